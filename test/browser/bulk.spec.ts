import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addPeople } from './crowd.js';
import { keepScreen } from './screens.js';
import { WebWorld } from './web-world.js';

const people = 1_230;

describe('many at once', () => {
  let web: WebWorld;
  let page: Page;
  let agencyId: string;

  beforeAll(async () => {
    web = await WebWorld.open({ WORKER: 'on' });
    const agency = await web.found('bulk');
    agencyId = agency.id;
    await addPeople(agency, 100, 'Bern');
    await addPeople(agency, people - 100, 'Zürich');
    await web.world.owner.query("insert into setting (agency_id, kind, name) values ($1, 'tag', 'Reasoning')", [
      agencyId,
    ]);
    page = await web.signedIn('owner@bulk.example');
    page.setDefaultTimeout(30_000);
    await page.goto('/candidates');
    await page.getByRole('link', { name: 'Person 01129' }).first().waitFor();
  }, 150_000);
  afterAll(() => web.close());

  const count = async (sql: string): Promise<number> => {
    const { rows } = await web.world.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [agencyId]);
    return rows[0]?.n ?? 0;
  };
  const tray = () => page.getByRole('region', { name: 'Long work' });

  it('selects all that match across pages, tags them with progress, and takes it back', async () => {
    await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
    await keepScreen(page, 'bulk-1-selected');
    await page.getByRole('button', { name: 'Select all 1,230 matching' }).click();
    await page.getByText('All 1,230 matching selected').waitFor();
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await page.getByRole('combobox', { name: 'Tag', exact: true }).fill('Reas');
    await page.getByRole('option', { name: 'Reasoning' }).click();
    await tray().getByText('Tag: Reasoning · done').waitFor();
    await tray().getByText('1,230 changed').waitFor();
    expect(await count('candidate_tag where agency_id = $1')).toBe(people);
    await keepScreen(page, 'bulk-2-done');
    await page.reload();
    await tray().getByRole('button', { name: 'Undo' }).click();
    await tray().getByText('1,230 as before').waitFor();
    expect(await count('candidate_tag where agency_id = $1')).toBe(0);
    await tray().getByRole('button', { name: 'Close' }).click();
    await tray().waitFor({ state: 'detached' });
  }, 150_000);

  it('does the same by keyboard alone', async () => {
    await page.goto('/candidates?city=Bern');
    await page.getByText('100', { exact: true }).first().waitFor();
    await page.locator('#main').focus();
    await page.keyboard.press('Shift+X');
    await page.getByText('All 100 matching selected').waitFor();
    await page.getByRole('button', { name: 'Task', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByLabel('What')
      .or(page.getByRole('dialog').locator('[data-path=title]'))
      .first()
      .waitFor();
    await page.keyboard.type('Ask for consent');
    await page.keyboard.press('Enter');
    await tray()
      .getByText(/^Task: Ask for consent · done/)
      .waitFor();
    expect(await count("task where agency_id = $1 and title = 'Ask for consent'")).toBe(100);
    await tray().getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
  }, 150_000);

  it('exports the view, and the file comes when it is done', async () => {
    await page.goto('/candidates');
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1,230 people, as the list is filtered and sorted').waitFor();
    await dialog.getByRole('radio', { name: 'Choose' }).check();
    await keepScreen(page, 'bulk-3-export');
    await dialog.getByRole('radio', { name: /on screen/ }).check();
    await dialog.getByRole('button', { name: 'Export' }).click();
    await tray().getByText('The export is ready').waitFor();
    await keepScreen(page, 'bulk-4-ready');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tray().getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^longlist-candidates-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\ufeff"Name","Native script","Title","Employer","Role family","City","Country","Tags","Owner","Last contact"',
    );
    expect(lines).toHaveLength(people + 1);
    await page.goto('/settings/exports');
    await page.getByRole('cell', { name: /longlist-candidates/ }).waitFor();
    await keepScreen(page, 'bulk-5-mine');
  }, 150_000);

  it('leaves out of an export whoever was not told in time that their data is kept', async () => {
    await web.world.owner.query(
      `update candidate set law = 'gdpr', sourced_on = current_date - 60, notice_due_on = current_date - 30
        where agency_id = $1 and city = 'Bern' and display_name < 'Person 00003'`,
      [agencyId],
    );
    await page.goto('/candidates?city=Bern');
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('checkbox', { name: 'Leave out 3 people' }).isChecked()).toBe(true);
    await keepScreen(page, 'bulk-5-late');
    await dialog.getByRole('button', { name: 'Export' }).click();
    await tray().getByText('97 rows').waitFor();
  }, 150_000);

  it('stands in Chinese and German, in the dark, and on a phone', async () => {
    for (const [language, name] of [
      ['zh', '选择全部 1,230 个匹配项'],
      ['de', 'Alle 1.230 Treffer auswählen'],
    ] as const) {
      await page.evaluate((code) => localStorage.setItem('longlist.language', code), language);
      await page.goto('/candidates');
      await page.getByRole('checkbox').nth(1).check();
      await page.getByRole('button', { name }).waitFor();
      await keepScreen(page, `bulk-6-${language}`);
    }
    await page.evaluate(() => localStorage.setItem('longlist.language', 'en'));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/candidates');
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: 'Select all 1,230 matching' }).waitFor();
    await keepScreen(page, 'bulk-7-phone');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  }, 150_000);
});
