import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { writeRoster, type RosterCounts } from '../support/roster.js';
import { keepScreen } from './screens.js';
import { WebWorld } from './web-world.js';

jest.setTimeout(90_000);

describe('a headhunter’s first day', () => {
  let web: WebWorld;
  let page: Page;
  let roster: RosterCounts;
  const path = join(mkdtempSync(join(tmpdir(), 'longlist-outcome-')), 'roster.csv.gz');

  beforeAll(async () => {
    roster = await writeRoster(path, { papers: 40, seed: 3 });
    web = await WebWorld.open({ WORKER: 'on' });
    await web.found('outcome');
    page = await web.page();
  }, 60_000);
  afterAll(() => web.close());

  const choose = async (field: string, typed: string): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: field })
      .or(dialog.getByLabel(field, { exact: true }))
      .first()
      .fill(typed);
    await page
      .getByRole('option', { name: new RegExp(typed) })
      .first()
      .click();
  };
  const column = (name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name},`) });
  const cards = (name: string): Locator => column(name).locator('[data-card]');
  const names = (name: string): Promise<(string | null)[]> =>
    cards(name).evaluateAll((all) => all.map((card) => card.getAttribute('aria-label')));

  it('signs in', async () => {
    await page.goto('/candidates');
    await web.fillSignIn(page, 'owner@outcome.example');
    await keepScreen(page, '01-sign-in');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/candidates/);
    await page.getByRole('heading', { name: 'No candidates yet' }).waitFor();
  });

  it('imports a roster: upload, check, verdicts, commit, report', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.waitForURL(/\/imports/);
    await page.getByRole('button', { name: 'Import a file' }).first().click();
    await page.locator('input[type=file]').setInputFiles(path);
    await keepScreen(page, '02-import-upload');
    await page.getByRole('button', { name: 'Upload and check' }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
    const commit = page.getByRole('button', { name: /^Import \d+ rows/ });
    await commit.waitFor({ timeout: 30_000 });
    await keepScreen(page, '03-import-checked');
    await commit.click();
    await page.getByText(`Made: ${roster.people} people`).waitFor({ timeout: 60_000 });
    await page.locator('label', { hasText: /^Rejected$/ }).click();
    await page.getByRole('row').filter({ hasText: 'Rejected' }).nth(1).waitFor();
    await keepScreen(page, '04-import-report');
  });

  it('finds a person by a part of the name, in the list and in the palette', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByText(String(roster.people), { exact: true }).waitFor();
    const first = await page.getByRole('row').nth(1).getByRole('link').first().innerText();
    const part = first.split(' ').at(-1) ?? first;
    await page.getByRole('searchbox', { name: 'Search in this list' }).fill(part);
    await page.waitForURL(/q=/);
    await page.getByRole('link', { name: first, exact: true }).first().waitFor();
    await keepScreen(page, '05-candidates');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').locator('input').fill(first);
    await page
      .getByRole('option', { name: new RegExp(part) })
      .first()
      .waitFor();
    await keepScreen(page, '06-palette');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/candidates\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
  });

  it('opens a search for a client and puts people on its longlist', async () => {
    await page.goto('/searches?create=true');
    await page.getByLabel(/^Title/).fill('Head of reasoning');
    await choose('Client', 'Tidewater');
    await keepScreen(page, '07-new-search');
    await page.getByRole('button', { name: 'Open search' }).click();
    await page.waitForURL(/\/board/);
    const board = page.url();
    await page.goto('/candidates');
    for (const index of [1, 2, 3, 4]) await page.getByRole('row').nth(index).getByRole('checkbox').check();
    await page.keyboard.press('a');
    await choose('Search', 'Head of reasoning');
    await page.getByRole('button', { name: 'Add to longlist' }).click();
    await page.getByText('4 people added').first().waitFor();
    await page.goto(board);
    await cards('Longlist').nth(3).waitFor();
    await keepScreen(page, '08-board');
  });

  it('moves people along the board by drag, by keys and by the menu, and takes a move back', async () => {
    const [dragged, keyed, picked] = (await names('Longlist')) as [string, string, string];
    const card = (name: string): Locator => page.locator(`[data-card][aria-label="${name}"]`);
    const to = (await column('Contacted').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await card(dragged).hover();
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 40, { steps: 12 });
    await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 4 });
    await page.mouse.up();
    await column('Contacted').locator(`[aria-label="${dragged}"]`).waitFor();
    await page.locator('[data-dragging]').waitFor({ state: 'detached' });

    await card(keyed).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await column('Qualified').locator(`[aria-label="${keyed}"]`).waitFor();

    await card(picked).focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Presented', exact: true }).click();
    await column('Presented').locator(`[aria-label="${picked}"]`).waitFor();
    await keepScreen(page, '09-board-moved');
    await page.keyboard.press('Control+z');
    await column('Longlist').locator(`[aria-label="${picked}"]`).waitFor();
    await page.reload();
    await cards('Longlist').first().waitFor();
    expect(await names('Longlist')).toContain(picked);
    expect(await names('Contacted')).toEqual([dragged]);
    expect(await names('Qualified')).toEqual([keyed]);
  });

  it('lets someone go with party and reason', async () => {
    const [leaving] = (await names('Longlist')) as [string];
    await page.locator(`[data-card][aria-label="${leaving}"]`).focus();
    await page.keyboard.press('q');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Candidate', { exact: true }).click();
    await choose('Why', 'Pay');
    await keepScreen(page, '10-exit');
    await dialog.getByRole('button', { name: 'Exit', exact: true }).click();
    await page
      .getByText(/left: Pay/)
      .first()
      .waitFor();
    await page.locator(`[data-card][aria-label="${leaving}"]`).waitFor({ state: 'detached' });
  });

  it('writes a note, logs a call with its follow-up, and sees the timeline', async () => {
    const [name] = (await names('Contacted')) as [string];
    await page.locator(`[data-card][aria-label="${name}"]`).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/candidates\//);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Would move for compute.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Note saved').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What was said').fill('Calls back in spring.');
    await dialog.getByLabel('Follow up on').fill('2030-01-31');
    await keepScreen(page, '11-contact');
    await dialog.getByRole('button', { name: 'Save contact' }).click();
    await page.getByText('Contact logged, follow-up on').first().waitFor();
    for (const words of ['Would move for compute.', 'Calls back in spring.', 'to Contacted', 'Put on the longlist']) {
      await page.locator('main').getByText(words).first().waitFor();
    }
    await keepScreen(page, '12-profile');
    await page.goto('/');
    await page.getByRole('link', { name: 'Head of reasoning' }).first().waitFor();
    await page.getByText('Follow-up', { exact: true }).first().waitFor();
    await keepScreen(page, '13-home');
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
