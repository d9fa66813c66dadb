import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { keepScreen } from './screens.js';
import { WebWorld } from './web-world.js';

jest.setTimeout(90_000);

describe('the columns of a list', () => {
  let web: WebWorld;
  let page: Page;
  const rows = (): Locator => page.locator('[data-row]');

  beforeAll(async () => {
    web = await WebWorld.open();
    const agency = await web.found('columns', 'Olga Owner');
    for (const name of ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gina', 'Hugo']) {
      await agency.candidate({ display_name: `${name} Berg`, city: 'Ulm', country: 'Germany' });
    }
    page = await web.signedIn('owner@columns.example');
  }, 60_000);
  afterAll(() => web.close());

  const heads = () => page.locator('[role=columnheader][data-column]');
  const order = (): Promise<(string | null)[]> =>
    heads().evaluateAll((all) => all.map((one) => one.getAttribute('data-column')));
  const box = async (one: Locator) => (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const head = (id: string): Locator => page.locator(`[data-column="${id}"]`);

  it('are ordered and sized by mouse, kept by the URL and by saved views', async () => {
    await page.goto('/candidates?sort=displayName');
    await rows().nth(5).waitFor();
    expect((await order()).slice(0, 3)).toEqual(['name', 'title', 'organization']);
    const from = await box(head('city'));
    const to = await box(head('title'));
    await page.mouse.move(from.x + 20, from.y + 16);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, from.y + 16, { steps: 4 });
    await page.mouse.move(to.x + 12, to.y + 16, { steps: 12 });
    await keepScreen(page, 'views-column-drag');
    await page.mouse.move(to.x + 10, to.y + 16, { steps: 2 });
    await page.mouse.up();
    await page.waitForURL(/columns=name&columns=city&columns=title/);
    expect((await order()).slice(0, 3)).toEqual(['name', 'city', 'title']);
    await page.getByRole('button', { name: 'Save as view' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('City first');
    await page.keyboard.press('Enter');
    await page.waitForURL(/view=/);
    await page.getByRole('img', { name: 'Not saved' }).waitFor({ state: 'detached' });
    const city = await box(head('city'));
    await page.mouse.move(city.x + city.width - 3, city.y + 16);
    await page.mouse.down();
    await page.mouse.move(city.x + city.width + 57, city.y + 16, { steps: 6 });
    expect(Math.round((await box(head('city'))).width - city.width)).toBe(60);
    await page.mouse.up();
    await page.waitForURL(/widths=city:175/);
    await page.getByRole('img', { name: 'Not saved' }).waitFor();
    await page.reload();
    await rows().nth(5).waitFor();
    expect(Math.round((await box(head('city'))).width)).toBe(175);
    expect((await order()).slice(0, 3)).toEqual(['name', 'city', 'title']);
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await page.waitForURL((address) => !address.search.includes('widths='));
    expect(Math.round((await box(head('city'))).width)).toBe(115);
  });

  it('are ordered and sized by keyboard', async () => {
    await page.goto('/candidates?sort=displayName');
    await rows().nth(5).waitFor();
    await page.getByRole('button', { name: 'Columns' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Move Title right' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/columns=name&columns=organization&columns=title/);
    await page.locator('[data-move="title-right"]:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/widths=title:194/);
    await keepScreen(page, 'views-columns');
    expect(await page.getByRole('button', { name: 'Move Name right' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Move Title left' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => !address.search.includes('columns='));
    await page.keyboard.press('Escape');
    expect((await order()).slice(0, 3)).toEqual(['name', 'title', 'organization']);
  });

  it('keep the name in sight when they are scrolled sideways', async () => {
    await page.goto('/candidates?sort=displayName&widths=title:640&widths=organization:640&widths=name:220');
    await rows().nth(5).waitFor();
    const name = rows().nth(1).locator('[role=gridcell]').nth(1);
    const before = [await box(head('name')), await box(name), await box(head('title'))] as const;
    await page.getByRole('grid').evaluate((one) => one.scrollTo({ left: 400 }));
    const after = [await box(head('name')), await box(name), await box(head('title'))] as const;
    expect([after[0].x, after[1].x]).toEqual([before[0].x, before[1].x]);
    expect(before[2].x - after[2].x).toBe(400);
    const { x, y, height } = after[1];
    const top = `document.elementFromPoint(${x + 150}, ${y + height / 2}).closest('[role=gridcell]').dataset.first`;
    expect(await page.evaluate<string>(top)).toBe('true');
    await keepScreen(page, 'views-sideways');
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
