import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { go } from './pages.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';

jest.setTimeout(90_000);

describe('the page of a search', () => {
  let web: WebWorld;
  let page: Page;
  let search: string;

  beforeAll(async () => {
    web = await WebWorld.open();
    const agency = await web.found('search');
    const northstar = await agency.organization({ name: 'Northstar AI' });
    const { id, stages } = await agency.search({ title: 'Head of reasoning' });
    search = `/searches/${id}`;
    await agency.insert('target', { search_id: id, organization_id: northstar.id });
    for (const [index, name] of ['Ada Arden', 'Bo Berg', 'Cleo Cheng'].entries()) {
      const { id: candidate_id } = await agency.candidate({ display_name: name });
      const stage_id = index === 2 ? stages[2] : stages[0];
      await agency.candidacy({ search_id: id, candidate_id, ...(stage_id && { stage_id }) });
      if (index < 2) {
        await agency.insert('affiliation', { candidate_id, organization_id: northstar.id, type: 'employment' });
      }
    }
    page = await web.signedIn('owner@search.example');
    await page.goto('/');
    await settled(page);
  }, 60_000);
  afterAll(() => web.close());

  const row = (name: string): Locator => page.locator('tr[data-stage]', { has: page.getByLabel(`Name of ${name}`) });
  const dialog = (): Locator => page.getByRole('dialog');
  const pick = async (field: string, option: string): Promise<void> => {
    await dialog().getByRole('combobox', { name: field }).click();
    await page.getByRole('listbox').getByRole('option', { name: option, exact: true }).click();
  };

  it('keeps its notes apart from what happened', async () => {
    await go(page, `${search}?tab=notes`);
    const field = page.getByRole('textbox', { name: 'Write a note' });
    await field.click();
    await page.keyboard.type('The client decides in May');
    await page.keyboard.press('Control+Enter');
    const said = page.getByRole('listitem').filter({ hasText: 'The client decides in May' });
    await said.waitFor();
    await settled(page);
    expect(await page.locator('main').getByRole('listitem').filter({ hasText: 'opened' }).count()).toBe(0);
    await keepScreen(page, 'search-notes');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await said.waitFor();
  });

  it('opens the people behind the figures of a target', async () => {
    await go(page, `${search}?tab=targets`);
    await page.getByRole('link', { name: 'Show the people of Northstar AI: Identified 2' }).click();
    await page.waitForURL(/as=list.*targetId=/);
    await page.locator('[data-row]').nth(1).waitFor();
    await settled(page);
    const names = await page.locator('[data-row] a[href^="/candidates/"]').allInnerTexts();
    expect(names.map((name) => name.trim()).sort()).toEqual(['Ada Arden', 'Bo Berg']);
    await page.goBack();
    await page
      .getByRole('link', { name: /^Show the people of Northstar AI/ })
      .first()
      .waitFor();
  });

  it('drags a stage to another place, and keeps it there over a reload', async () => {
    const names = (): Promise<string[]> =>
      page
        .locator('tr[data-stage] input')
        .evaluateAll((all) => all.map((input) => (input as { value?: string }).value ?? ''));
    const box = async (name: string) => (await row(name).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await go(page, `${search}?tab=pipeline`);
    await page.getByRole('button', { name: 'Add a stage' }).click();
    await dialog().getByLabel('Stage').fill('Second look');
    await pick('Counts as', 'Longlist');
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await row('Second look').waitFor();
    await dialog().waitFor({ state: 'detached' });
    expect((await names()).slice(0, 2)).toEqual(['longlist', 'Second look']);
    await settled(page);
    const [from, to] = [await box('Second look'), await box('longlist')];
    const x = from.x + from.width - 200;
    await page.mouse.move(x, from.y + 6);
    await page.mouse.down();
    await page.mouse.move(x, from.y - 4, { steps: 4 });
    await page.mouse.move(x, to.y + 6, { steps: 8 });
    await page.mouse.move(x, to.y + 5, { steps: 2 });
    await page.mouse.up();
    await page.getByText('Stages are in another order').first().waitFor();
    expect((await names()).slice(0, 2)).toEqual(['Second look', 'longlist']);
    await page.reload();
    await row('longlist').waitFor();
    expect((await names()).slice(0, 2)).toEqual(['Second look', 'longlist']);
  });

  it('asks where the people of a stage go before it is removed, and brings it back with them by one key', async () => {
    const onBoard = async (name: string, stage: string): Promise<void> => {
      await go(page, `${search}/board`, { ready: '[data-card]' });
      await page
        .getByRole('region', { name: new RegExp(`^${stage},`) })
        .locator(`[aria-label="${name}"]`)
        .waitFor();
    };
    await go(page, `${search}?tab=pipeline`);
    await row('qualified').getByRole('button', { name: 'Remove qualified' }).click();
    await dialog().getByText('stands in this stage').waitFor();
    await pick('Its people go on to', 'contacted');
    await dialog().getByRole('button', { name: 'Move and remove' }).click();
    await row('qualified').waitFor({ state: 'detached' });
    await onBoard('Cleo Cheng', 'contacted');
    expect(await page.getByRole('region', { name: /^qualified,/ }).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await page.getByText('Undone', { exact: true }).waitFor();
    await onBoard('Cleo Cheng', 'qualified');
  });

  it('is chosen by Enter when it comes late, and never another one', async () => {
    const agency = await web.agency('search');
    await agency.search({ title: 'Head of chips' });
    const { id } = await agency.candidate({ display_name: 'Dora Dunn' });
    await go(page, `/candidates/${id}`);
    await page.evaluate(`sessionStorage.setItem('longlist.last-search', '${search.split('/').at(-1)}')`);
    await page.keyboard.press('a');
    const field = dialog().locator('input:focus');
    await field.waitFor();
    await settled(page);
    expect(await field.inputValue()).toContain('Head of reasoning');
    let release = (): void => {};
    const gate = new Promise<void>((done) => (release = done));
    const found = ({ pathname, search: query }: URL): boolean =>
      pathname === '/api/v1/searches' && query.includes('chips');
    await page.route(found, async (route) => {
      await gate;
      await route.continue();
    });
    const asked = page.waitForRequest((request) => found(new URL(request.url())));
    await field.fill('chips');
    await page.keyboard.press('Enter');
    await asked;
    expect(await dialog().locator('[aria-invalid=true]').count()).toBe(0);
    release();
    await dialog().locator('input:focus[aria-expanded=false]').waitFor();
    expect(await field.inputValue()).toContain('Head of chips');
    await page.unroute(found);
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
