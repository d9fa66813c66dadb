import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Agency } from '../support/agency.js';
import { keepScreen } from './screens.js';
import { WebWorld } from './web-world.js';

const email = 'owner@chart.example';

describe('an org chart in the browser', () => {
  let web: WebWorld;
  let page: Page;
  let organizationId: string;
  let agency: Agency;

  const employ = async (name: string, values: Record<string, unknown>): Promise<string> => {
    const { id } = await agency.candidate({ display_name: name });
    const own = { candidate_id: id, organization_id: organizationId, type: 'employment' };
    const affiliation = await agency.insert('affiliation', { ...own, ...values });
    await web.world.owner.query(
      'update candidate set current_organization_id = $1, current_affiliation_id = $2 where id = $3',
      [organizationId, affiliation.id, id],
    );
    return id;
  };
  const box = (name: string): Locator => page.locator(`[data-box][aria-label^="${name}"]`);
  const levelOf = (name: string): Promise<string | null> => box(name).getAttribute('aria-level');

  beforeAll(async () => {
    web = await WebWorld.open();
    agency = await web.found('chart');
    organizationId = (await agency.organization({ name: 'Northstar AI' })).id;
    const head = await employ('Zhao Hong', { title: 'Head of Research', level: 'P10' });
    const lead = await employ('Ada Berg', { title: 'Research Lead', level: 'P9', team: 'Models', manager_id: head });
    for (const name of ['Ben Kurz', 'Cleo Lang', 'Dan Ott']) {
      await employ(name, { title: 'Research Scientist', level: 'P7', team: 'Models', manager_id: lead });
    }
    const eva = await employ('Eva Roth', { title: 'Research Lead', level: 'P9', team: 'Agents', manager_id: head });
    await employ('Finn Adler', { title: 'Staff Engineer', level: 'P8', team: 'Agents' });
    await web.world.owner.query('update candidate set do_not_contact = true where id = $1', [eva]);
    const search = await agency.search({ title: 'Head of reasoning' });
    await agency.candidacy({ search_id: search.id, candidate_id: lead });
    await web.world.owner.query("update candidate set native_name = '赵宏' where id = $1", [head]);
    page = await web.signedIn(email);
  }, 60_000);
  afterAll(() => web.close());

  it('draws who reports to whom', async () => {
    await page.goto(`/organizations/${organizationId}?tab=chart`);
    await box('Zhao Hong').waitFor();
    expect(await page.locator('[data-box]').count()).toBe(7);
    expect([await levelOf('Zhao Hong'), await levelOf('Ada Berg'), await levelOf('Ben Kurz')]).toEqual(['1', '2', '3']);
    await keepScreen(page, 'chart-01');
  });

  it('goes from box to box by keys, folds, and moves somebody under another by M', async () => {
    await box('Zhao Hong').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await box('Ben Kurz').waitFor({ state: 'detached' });
    await page.keyboard.press('Space');
    await box('Ben Kurz').waitFor();
    await box('Finn Adler').focus();
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Reports to' }).fill('Eva');
    await page.getByRole('option', { name: /Eva Roth/ }).click();
    await keepScreen(page, 'chart-02-move');
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText('Finn Adler now reports to Eva Roth').first().waitFor();
    expect(await levelOf('Finn Adler')).toBe('3');
    await page.keyboard.press('Control+z');
    await page.locator('[data-box][aria-label^="Finn Adler"][aria-level="1"]').waitFor();
  });

  it('moves somebody by drag, and keeps it', async () => {
    const to = (await box('Ada Berg').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const from = (await box('Finn Adler').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(from.x + 20, from.y + 60);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 70, { steps: 4 });
    await page.mouse.move(to.x + 60, to.y + 40, { steps: 12 });
    await page.mouse.move(to.x + 64, to.y + 44, { steps: 4 });
    await page.mouse.up();
    await page.locator('[data-box][aria-label^="Finn Adler"][aria-level="3"]').waitFor();
    await page.getByText('Finn Adler now reports to Ada Berg').first().waitFor();
    await page.reload();
    await box('Finn Adler').waitFor();
    expect(await levelOf('Finn Adler')).toBe('3');
  });

  it('draws a place for which nobody is known, and puts a person on it', async () => {
    await page.getByRole('button', { name: 'Add a position' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Head of Pre-training');
    await dialog.getByRole('combobox', { name: 'Reports to' }).fill('Zhao');
    await page.getByRole('option', { name: /Zhao Hong/ }).click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await box('Head of Pre-training').waitFor();
    await keepScreen(page, 'chart-03-position');
    await page.getByText('1 open position').waitFor();
    await box('Head of Pre-training')
      .getByRole('button', { name: /Actions/ })
      .click();
    await page.getByRole('menuitem', { name: 'Put a person here…' }).click();
    await keepScreen(page, 'chart-03-hold');
    await dialog.getByRole('combobox', { name: 'Person' }).fill('Finn');
    await page.getByRole('option', { name: /Finn Adler/ }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Finn Adler is now Head of Pre-training').first().waitFor();
    await box('Head of Pre-training').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await box('Head of Pre-training').waitFor();
  }, 60_000);

  it('lists the same people on a phone, in Chinese and in the dark', async () => {
    for (const view of [
      { width: 390, height: 844, scheme: 'dark', locale: 'en-GB' },
      { width: 390, height: 844, scheme: 'light', locale: 'zh-CN' },
      { width: 1440, height: 900, scheme: 'dark', locale: 'de-DE' },
    ] as const) {
      const phone = await web.signedIn(email, view);
      await phone.goto(`/organizations/${organizationId}?tab=chart`);
      await phone.getByText('Ada Berg').first().waitFor();
      expect(await phone.locator('[role=tree]').count()).toBe(view.width > 800 ? 1 : 0);
      expect(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await keepScreen(phone, `chart-04-${view.width}-${view.scheme}-${view.locale}`);
      await phone.context().close();
    }
  }, 60_000);

  it('shows who stands in a box by V, goes on with the arrows, and is back at the box by Escape', async () => {
    await page.goto(`/organizations/${organizationId}?tab=chart`);
    const look = (name: string): Locator => page.getByRole('complementary', { name: `A look at ${name}`, exact: true });
    await box('Zhao Hong').focus();
    await page.keyboard.press('v');
    await look('Zhao Hong').getByRole('link', { name: 'Open in full' }).waitFor();
    await keepScreen(page, 'chart-05-peek');
    await page.keyboard.press('ArrowDown');
    await look('Ada Berg').getByRole('link', { name: 'Open in full' }).focus();
    await page.keyboard.press('Escape');
    await look('Ada Berg').waitFor({ state: 'detached' });
    await page.locator('[data-box][aria-label^="Ada Berg"]:focus').waitFor();
  });

  it('mounts few boxes of 300 people, and those that come into sight', async () => {
    const many = await agency.organization({ name: 'Many AI' });
    await web.world.owner.query(
      `with people as (
          insert into candidate (agency_id, display_name, current_organization_id)
          select $1, 'Person ' || lpad(n::text, 3, '0'), $2 from generate_series(1, 300) as n returning id),
        jobs as (
          insert into affiliation (agency_id, candidate_id, organization_id, type)
          select $1, id, $2, 'employment' from people returning id, candidate_id)
        select count(*) from jobs`,
      [agency.id, many.id],
    );
    await web.world.owner.query(
      `update candidate c set current_affiliation_id = a.id from affiliation a
        where a.candidate_id = c.id and a.organization_id = $1`,
      [many.id],
    );
    await page.goto(`/organizations/${many.id}?tab=chart`);
    await box('Person').first().waitFor();
    await page.getByText('300 people').waitFor();
    const mounted = (): Promise<number> => page.locator('[data-box]').count();
    expect(await mounted()).toBeLessThanOrEqual(100);
    const scroller = page.locator('[role=tree]').locator('../..');
    const first = (await page.locator('[data-box]').first().getAttribute('aria-label')) ?? '';
    await scroller.evaluate((one) => one.scrollTo(one.scrollWidth, 1200));
    await box('Person 300').waitFor();
    expect(await mounted()).toBeLessThanOrEqual(100);
    await box('Person 300').focus();
    await scroller.evaluate((one) => one.scrollTo(0, 0));
    await box(first).waitFor();
    expect(await box('Person 300').count()).toBe(1);
    expect(await mounted()).toBeLessThanOrEqual(100);
  });

  it('lists who is there and who left, narrowed and ordered by the URL, with a look at one by Space', async () => {
    const former = await agency.candidate({ display_name: 'Gina Former' });
    const left = { candidate_id: former.id, organization_id: organizationId, type: 'employment' };
    await agency.insert('affiliation', { ...left, title: 'Compiler Engineer', level: 'P7', ended_on: '2024-03-01' });
    await page.goto(`/organizations/${organizationId}?tab=people&sort=displayName`);
    const people = page.locator('[data-row]');
    const names = (): Promise<string[]> => people.locator('a[href^="/candidates/"]').allInnerTexts();
    await people.nth(6).waitFor();
    expect((await names())[0]).toBe('Ada Berg');
    await page.getByText('Before', { exact: true }).click();
    await page.waitForURL(/when=before/);
    await page.getByText('Compiler Engineer').waitFor();
    expect(await names()).toEqual(['Gina Former']);
    await page.getByText('All', { exact: true }).click();
    await people.nth(7).waitFor();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('menuitem', { name: 'Title there' }).click();
    await page.getByRole('textbox', { name: 'Title there' }).fill('scientist');
    await page.keyboard.press('Enter');
    await page.waitForURL(/title=scientist/);
    await page.getByRole('status').filter({ hasText: /^3$/ }).waitFor();
    await people.nth(2).waitFor();
    expect(await names()).toEqual(['Ben Kurz', 'Cleo Lang', 'Dan Ott']);
    await page.reload();
    await people.nth(2).waitFor();
    expect(await names()).toEqual(['Ben Kurz', 'Cleo Lang', 'Dan Ott']);
    const look = page.getByRole('complementary', { name: 'A look at Ben Kurz' });
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await look.getByRole('link', { name: 'Open in full' }).waitFor();
    await keepScreen(page, 'organization-people');
    await page.keyboard.press('Escape');
    await look.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ben Kurz' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 1, name: 'Cleo Lang' }).waitFor();
  }, 60_000);

  it('gives back a name, a successor and a funding round that were removed', async () => {
    const next = await agency.organization({ name: 'Southstar AI' });
    const own = { organization_id: organizationId };
    await agency.insert('organization_alias', {
      ...own,
      kind: 'name',
      value: 'Northstar Labs',
      value_key: 'northstar labs',
    });
    await agency.insert('organization_successor', {
      ...own,
      successor_id: next.id,
      kind: 'renamed',
      happened_on: '2025-05-01',
    });
    await agency.insert('funding_round', {
      ...own,
      name: 'Series B',
      announced_on: '2025-01-01',
      investors: 'Two funds',
    });
    await page.goto(`/organizations/${organizationId}`);
    for (const name of ['Northstar Labs', 'Southstar AI', 'Series B']) {
      const line = page.getByRole('button', { name: `Remove ${name}`, exact: true });
      await line.click();
      await line.waitFor({ state: 'detached' });
      await page.getByText(`${name} removed`).first().waitFor();
      await page.keyboard.press('Control+z');
      await line.waitFor();
    }
    await page.reload();
    await page.getByText('Two funds').waitFor();
  }, 60_000);

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
