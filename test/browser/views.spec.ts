import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { barriers } from './axe.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';

jest.setTimeout(90_000);

describe('views of a list', () => {
  let web: WebWorld;
  let page: Page;

  beforeAll(async () => {
    web = await WebWorld.ofDemo();
    page = await web.signedIn('headhunter@demo.longlist.example');
    await page.goto('/candidates');
    await rows().first().waitFor();
  }, 120_000);
  afterAll(() => web.close());

  const rows = (): Locator => page.locator('[data-row]');
  const names = (): Promise<string[]> =>
    page.locator('[data-row] [role=gridcell] a[href^="/candidates/"]').allInnerTexts();
  const tab = (name: string): Locator =>
    page.getByRole('navigation', { name: 'Saved views' }).locator('ul').getByRole('button', { name });

  describe('conditions in groups', () => {
    it('are added by mouse, held in the URL, and kept by reload and Back', async () => {
      await page.goto('/candidates');
      await rows().first().waitFor();
      const all = await page.locator('h1 + *').innerText();
      await page.getByRole('button', { name: 'Advanced' }).click();
      const panel = page.getByRole('region', { name: 'Advanced filter' });
      await panel.getByLabel('What is compared').selectOption({ label: 'Seniority' });
      await panel.getByLabel('Seniority: value').selectOption({ label: 'Staff' });
      await page.waitForURL(/where=/);
      await panel.getByRole('button', { name: 'Group' }).click();
      const inner = panel.getByLabel('What is compared').nth(1);
      await inner.selectOption({ label: 'City' });
      await panel.getByLabel('Comparison').nth(1).selectOption({ label: 'is not' });
      await panel.getByLabel('City: value').fill('Hangzhou');
      await page.waitForURL(/Hangzhou/);
      await keepScreen(page, 'views-advanced');
      expect(await barriers(page)).toEqual([]);
      const where = JSON.parse(new URL(page.url()).searchParams.get('where') ?? '') as unknown;
      expect(where).toEqual({
        all: [
          { field: 'seniority', op: 'is', value: 'staff' },
          { any: [{ field: 'city', op: 'isNot', value: 'Hangzhou' }] },
        ],
      });
      await page.reload();
      await rows().first().waitFor();
      await page.getByRole('button', { name: 'Advanced (2)' }).waitFor();
      expect(await page.locator('h1 + *').innerText()).not.toBe(all);
    });

    it('are added by keyboard alone', async () => {
      await page.goto('/candidates');
      await rows().first().waitFor();
      await page.getByRole('button', { name: 'Advanced' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('select:focus').waitFor();
      await page.keyboard.type('Owner');
      await page.keyboard.press('Tab');
      await page.keyboard.type('is empty');
      await page.waitForURL(/ownerId/);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Advanced (1)' }).waitFor();
      expect(await page.locator('button:focus').innerText()).toContain('Advanced');
    });
  });

  describe('as tabs', () => {
    it('are saved, marked when something differs, saved again and reset', async () => {
      await page.goto('/candidates?seniority=staff');
      await rows().first().waitFor();
      await page.getByRole('button', { name: 'Save as view' }).click();
      await page.getByRole('dialog').getByLabel('Name').fill('Staff people');
      await page.keyboard.press('Enter');
      await page.waitForURL(/view=/);
      await tab('Staff people').waitFor();
      expect(await tab('Staff people').getAttribute('aria-current')).toBe('page');
      await page.getByRole('button', { name: /^Change filter Seniority/ }).click();
      await page.getByLabel('Lead', { exact: true }).check();
      await page.getByRole('img', { name: 'Not saved' }).waitFor();
      await keepScreen(page, 'views-unsaved');
      await page.keyboard.press('Escape');
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Reset' }).click();
      await page.getByRole('img', { name: 'Not saved' }).waitFor({ state: 'detached' });
      expect(new URL(page.url()).searchParams.getAll('seniority')).toEqual(['staff']);
      await page.getByRole('button', { name: 'Last contact', exact: true }).click();
      await page
        .getByRole('navigation', { name: 'Saved views' })
        .getByRole('button', { name: 'Save', exact: true })
        .click();
      await page.getByText('Staff people saved').first().waitFor();
      await page.getByRole('img', { name: 'Not saved' }).waitFor({ state: 'detached' });
    });

    it('come back when the section is opened again, and by their tab', async () => {
      await page.keyboard.press('Escape');
      await page.locator('h1').click();
      await page.keyboard.press('g');
      await page.keyboard.press('o');
      await page.waitForURL(/\/organizations/);
      await page.keyboard.press('g');
      await page.keyboard.press('c');
      await page.waitForURL(/\/candidates\?.*view=/);
      expect(new URL(page.url()).searchParams.get('sort')).toBe('lastContactAt');
      await tab('All').click();
      await page.waitForURL((address) => address.search === '');
      await tab('Staff people').click();
      await page.waitForURL(/seniority=staff/);
      await page.goBack();
      await page.waitForURL((address) => address.search === '');
    });

    it('are pinned, shared, renamed, deleted and brought back', async () => {
      await tab('Staff people').click();
      await page.waitForURL(/view=/);
      const more = () => page.getByRole('button', { name: /^View .*: more$/ }).click();
      await more();
      await page.getByRole('menuitem', { name: 'Pin for me' }).click();
      await page.getByRole('img', { name: 'Pinned' }).or(page.getByLabel('Pinned')).first().waitFor();
      await more();
      await page.getByRole('menuitem', { name: 'Rename or share' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('Staff and above');
      await dialog.getByLabel('Share with colleagues').check();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await tab('Staff and above').waitFor();
      await dialog.waitFor({ state: 'detached' });
      await keepScreen(page, 'views-shared');
      await more();
      await page.getByRole('menuitem', { name: 'Delete view' }).click();
      await tab('Staff and above').waitFor({ state: 'detached' });
      await page
        .getByRole('alert')
        .filter({ hasText: 'Staff and above deleted' })
        .getByRole('button', { name: 'Undo' })
        .click();
      await tab('Staff and above').waitFor();
    });

    it('stand above organizations, searches and the people of a search too', async () => {
      for (const path of ['/organizations', '/searches']) {
        await page.goto(path);
        await tab('All').waitFor();
      }
      await rows().first().click();
      await page.waitForURL(/\/board/);
      await tab('All').waitFor();
      await page.getByText('List', { exact: true }).click();
      await page.waitForURL(/as=list/);
      await page.getByRole('button', { name: 'Save as view' }).waitFor();
      await keepScreen(page, 'views-board-list');
    });
  });

  describe('as an order', () => {
    const heading = () => page.getByRole('heading', { level: 1 }).innerText();

    it('is gone through from profile to profile, and kept by reload and Back', async () => {
      await page.goto('/candidates?sort=displayName');
      await rows().nth(5).waitFor();
      const [first, second, third] = (await names()) as [string, string, string];
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: first, exact: true }).waitFor();
      await page.getByText(/^1 of /).waitFor();
      await page.keyboard.press('j');
      await page.getByRole('heading', { level: 1, name: second, exact: true }).waitFor();
      await keepScreen(page, 'views-walk');
      await page.reload();
      await page.getByText(/^2 of /).waitFor();
      await page.getByRole('button', { name: 'Next person' }).click();
      await page.getByRole('heading', { level: 1, name: third, exact: true }).waitFor();
      await page
        .getByRole('tab', { name: /^Career|^Affiliations|^Publications/ })
        .first()
        .click();
      await page.waitForURL(/tab=/);
      await page.getByText(/^3 of /).waitFor();
      await page.locator('h1').click();
      await page.keyboard.press('k');
      await page.getByRole('heading', { level: 1, name: second, exact: true }).waitFor();
      expect(await page.getByRole('button', { name: 'Previous person' }).isEnabled()).toBe(true);
      await page.goBack();
      await page.waitForURL(/\/candidates\?sort=displayName/);
    });

    it('loads more where the first page ends', async () => {
      await page.goto('/candidates?sort=displayName');
      await rows().nth(5).waitFor();
      await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: 46 * 44 }));
      const near = page.locator('[data-row] a[href^="/candidates/"]').last();
      await near.click();
      const place = await page.getByText(/^\d+ of /).innerText();
      const first = Number(place.split(' ')[0]);
      expect(first).toBeGreaterThan(30);
      for (let step = first + 1; step <= 53; step += 1) {
        await page.getByRole('button', { name: 'Next person' }).click();
        await page.getByText(new RegExp(`^${step} of `)).waitFor();
      }
      expect(await heading()).not.toBe('');
    }, 120_000);
  });

  describe('beside a peek', () => {
    it('go on by J and K, and open in full by Enter', async () => {
      await page.goto('/candidates?sort=displayName');
      await rows().nth(5).waitFor();
      const [first, second] = (await names()) as [string, string];
      await page.keyboard.press('j');
      await page.keyboard.press('Space');
      await page.getByRole('complementary', { name: `A look at ${first}`, exact: true }).waitFor();
      await page.keyboard.press('j');
      await page.getByRole('complementary', { name: `A look at ${second}`, exact: true }).waitFor();
      await page
        .getByText('Added')
        .or(page.getByText('created'))
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => {});
      await keepScreen(page, 'views-peek');
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('l');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.getByRole('complementary', { name: /^A look at/ }).waitFor({ state: 'detached' });
      await rows().nth(2).hover();
      await rows()
        .nth(2)
        .getByRole('button', { name: /^Look at/ })
        .click();
      await page.getByRole('complementary', { name: /^A look at/ }).waitFor();
      await rows().nth(0).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: first, exact: true }).waitFor();
    });
  });

  describe('edited in their cells', () => {
    const cell = (row: number, column: number): Locator => rows().nth(row).locator('[role=gridcell]').nth(column);

    it('by keyboard: E, Tab, Enter, Escape, and taken back', async () => {
      await page.goto('/candidates?sort=displayName&columns=city&columns=country&columns=owner');
      await rows().nth(5).waitFor();
      const city = cell(0, 2);
      const former = await city.innerText();
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await page.getByRole('textbox', { name: 'City' }).fill('Ulm');
      await page.keyboard.press('Tab');
      await page.getByRole('textbox', { name: 'Country' }).fill('Germany');
      await keepScreen(page, 'views-cell');
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await cell(0, 3).getByText('Germany').waitFor();
      expect(await city.innerText()).toBe('Ulm');
      await page.keyboard.press('e');
      await page.getByRole('textbox', { name: 'City' }).fill('Nowhere');
      await page.keyboard.press('Escape');
      expect(await city.innerText()).toBe('Ulm');
      await page.reload();
      await rows().nth(5).waitFor();
      expect([await city.innerText(), await cell(0, 3).innerText()]).toEqual(['Ulm', 'Germany']);
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await page.getByRole('textbox', { name: 'City' }).fill('Bonn');
      await page.keyboard.press('Enter');
      await page
        .getByText(/ changed$/)
        .first()
        .waitFor();
      await page.keyboard.press('Control+z');
      await city.getByText('Ulm').waitFor();
      expect(former).not.toBe('Ulm');
    });

    it('by mouse, and say it when a colleague was faster', async () => {
      await page.goto('/candidates?sort=displayName&columns=city&columns=owner');
      await rows().nth(5).waitFor();
      const owner = cell(3, 3);
      const former = await owner.innerText();
      const link = rows().nth(3).locator('a[href^="/candidates/"]').first();
      const id = ((await link.getAttribute('href')) ?? '').split('/').at(-1);
      const { rows: members } = await web.world.owner.query<{ name: string }>(
        `select m.name from member m join agency a on a.id = m.agency_id
          where a.slug = 'demo' and m.client_id is null and m.suspended_at is null and m.name <> $1 order by m.name limit 2`,
        [former],
      );
      const [first, second] = members.map(({ name }) => name) as [string, string];
      const choose = async (name: string): Promise<void> => {
        await page.getByRole('option', { name, exact: true }).click();
      };
      await owner.dblclick();
      await choose(first);
      await owner.getByText(first).waitFor();
      await page
        .getByText(/ changed$/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Undo' }).last().click();
      if (former) await owner.getByText(former).waitFor();
      else await owner.getByText(first).waitFor({ state: 'detached' });

      await settled(page);
      await owner.dblclick();
      await page.getByRole('option', { name: second, exact: true }).waitFor();
      let release = (): void => {};
      const gate = new Promise<void>((resolve) => (release = resolve));
      const lists = (address: URL): boolean => address.pathname === '/api/v1/candidates';
      await page.route(lists, async (route) => {
        await gate;
        await route.continue().catch(() => {});
      });
      await web.world.owner.query("update candidate set city = 'Graz', version = version + 1 where id = $1", [id]);
      await choose(second);
      await page.getByText('Someone changed this before you').first().waitFor();
      release();
      await page.unroute(lists);
      await keepScreen(page, 'views-cell-conflict');
      await cell(3, 2).getByText('Graz').waitFor();
      expect((await owner.innerText()).trim()).toBe(former.trim());
      await owner.dblclick();
      await choose(second);
      await owner.getByText(second).waitFor();
      await page
        .getByText(/ changed$/)
        .first()
        .waitFor();
    });
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
