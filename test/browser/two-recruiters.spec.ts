import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { addBoard, addPeople } from './crowd.js';
import { WebWorld } from './web-world.js';

const hanna = 'owner@two.example';
const rita = 'rita@two.example';

describe('two recruiters on one board', () => {
  let web: WebWorld;
  let one: Page;
  let other: Page;
  let board: string;

  const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name},`) });
  const card = (page: Page, name: string): Locator => page.locator(`[data-card][aria-label="${name}"]`);
  const within = (page: Page, name: string, stage: string): Locator =>
    column(page, stage).locator(`[aria-label="${name}"]`);
  const moveByMenu = async (page: Page, name: string, stage: string): Promise<void> => {
    await card(page, name).focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: stage, exact: true }).click();
  };

  const opened = async (email: string): Promise<Page> => {
    const page = await web.signedIn(email);
    await page.goto(board);
    await page.locator('[data-card]').first().waitFor();
    return page;
  };

  beforeAll(async () => {
    web = await WebWorld.open();
    const agency = await web.found('two');
    await web.addHeadhunter(agency, 'Rita Row', rita);
    await addPeople(agency, 400);
    board = await addBoard(agency, 'Head of reasoning');
    [one, other] = await Promise.all([opened(hanna), opened(rita)]);
  }, 60_000);
  afterAll(() => web.close());

  it('shows at most 100 cards of 400, and the end of a column when it is scrolled to', async () => {
    expect(await one.locator('[data-card]').count()).toBeLessThanOrEqual(100);
    const body = column(one, 'longlist').getByRole('list').locator('..');
    for (let step = 0; step < 40; step += 1) {
      await body.evaluate((element) => (element.scrollTop = element.scrollHeight));
      if ((await card(one, 'Person 00399').count()) > 0) break;
      await one.waitForTimeout(100);
    }
    await card(one, 'Person 00399').waitFor();
    expect(await one.locator('[data-card]').count()).toBeLessThanOrEqual(100);
    await body.evaluate((element) => (element.scrollTop = 0));
    await card(one, 'Person 00000').waitFor();
  });

  it('shows what a colleague moves without a reload, and keeps focus, scroll and selection', async () => {
    const body = column(one, 'longlist').getByRole('list').locator('..');
    await body.evaluate((element) => (element.scrollTop = 300));
    await card(one, 'Person 00004').focus();
    await one.keyboard.press('x');
    const before = await body.evaluate((element) => element.scrollTop);
    await moveByMenu(other, 'Person 00001', 'qualified');
    await within(other, 'Person 00001', 'qualified').waitFor();
    const moved = Date.now();
    await within(one, 'Person 00001', 'qualified').waitFor();
    process.stdout.write(`  a colleague's move is seen after ${Date.now() - moved} ms\n`);
    expect(await one.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Person 00004');
    expect(await card(one, 'Person 00004').getAttribute('data-selected')).toBe('true');
    expect(Math.abs((await body.evaluate((element) => element.scrollTop)) - before)).toBeLessThan(140);
    await one.keyboard.press('x');
  });

  it('leaves a card in hand alone while a colleague moves another', async () => {
    await card(one, 'Person 00005').focus();
    await one.keyboard.press('Space');
    await one.keyboard.press('ArrowRight');
    await within(one, 'Person 00005', 'contacted').waitFor();
    await moveByMenu(other, 'Person 00002', 'qualified');
    await within(one, 'Person 00002', 'qualified').waitFor();
    expect(await card(one, 'Person 00005').getAttribute('data-grabbed')).toBe('true');
    await one.keyboard.press('Space');
    await within(other, 'Person 00005', 'contacted').waitFor();
  });

  it('shows who is on a card by V, goes on by J, and is back at the card by Escape', async () => {
    const look = (name: string): Locator => one.getByRole('complementary', { name: `A look at ${name}`, exact: true });
    await card(one, 'Person 00010').focus();
    await one.keyboard.press('v');
    await look('Person 00010').waitFor();
    await one.keyboard.press('j');
    await look('Person 00011').waitFor();
    await look('Person 00011').getByRole('link', { name: 'Open' }).first().focus();
    await one.keyboard.press('Escape');
    await look('Person 00011').waitFor({ state: 'detached' });
    await one.locator('[data-card][aria-label="Person 00011"]:focus').waitFor();
    await one.getByText('List', { exact: true }).click();
    await one.locator('[data-row]').nth(5).waitFor();
    await one.keyboard.press('j');
    await one.locator('[data-row]:focus').waitFor();
    const first = (await one.locator('[data-row] [role=gridcell] a').first().innerText()).trim();
    await one.keyboard.press('Space');
    await look(first).waitFor();
    await one.keyboard.press('Escape');
    await look(first).waitFor({ state: 'detached' });
    await one.locator('[data-row]:focus').waitFor();
    await one.getByRole('radiogroup').getByText('Board', { exact: true }).click();
    await card(one, 'Person 00010').waitFor();
  });

  it('tells the loser of a race who moved the card, when and where to, and takes that card alone back', async () => {
    await one.goto(board);
    await card(one, 'Person 00008').waitFor();
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const boards = (url: URL): boolean => url.pathname.startsWith('/api/') && url.pathname.endsWith('/board');
    await one.route(boards, async (route) => {
      await gate;
      await route.continue().catch(() => {});
    });
    await moveByMenu(other, 'Person 00007', 'qualified');
    await within(other, 'Person 00007', 'qualified').waitFor();
    await moveByMenu(one, 'Person 00008', 'contacted');
    await moveByMenu(one, 'Person 00007', 'contacted');
    await one.getByText('Rita Row moved Person 00007 to qualified before you').first().waitFor();
    await one
      .getByText(/\d{1,2}:\d{2}.*Your move was not made/)
      .first()
      .waitFor();
    await within(one, 'Person 00007', 'longlist').waitFor();
    expect(await within(one, 'Person 00008', 'contacted').count()).toBe(1);
    expect(await within(one, 'Person 00007', 'contacted').count()).toBe(0);
    release();
    await within(one, 'Person 00007', 'qualified').waitFor();
    expect(await within(one, 'Person 00008', 'contacted').count()).toBe(1);
    await one.unroute(boards);
  });

  it('shows what is next with a person before the server answers, and takes it back by undo', async () => {
    await one.goto(board);
    await card(one, 'Person 00014').focus();
    await one.keyboard.press('m');
    await one.getByRole('menuitem', { name: 'Set next action' }).click();
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    await one.route(/\/api\/v1\/candidacies\/[^/]+$/, async (route) => {
      await gate;
      await route.continue();
    });
    await one.getByRole('dialog').getByLabel('What').fill('Call on Monday');
    await one.keyboard.press('Enter');
    await one.getByRole('dialog').waitFor({ state: 'detached' });
    await card(one, 'Person 00014').getByText('Call on Monday').waitFor();
    expect(await one.getByText('Next action saved').count()).toBe(0);
    release();
    await one.getByText('Next action saved').first().waitFor();
    await one.unroute(/\/api\/v1\/candidacies\/[^/]+$/);
    await one.keyboard.press('Control+z');
    await card(one, 'Person 00014').getByText('Call on Monday').waitFor({ state: 'detached' });
  });

  it('is gone through from profile to profile by J and K, over the stage of the card', async () => {
    await one.goto(board);
    await card(one, 'Person 00012').focus();
    await one.keyboard.press('Enter');
    const heading = (name: string): Promise<void> =>
      one.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await heading('Person 00012');
    const [, place = '', total = ''] = /^(\d+) of (\d+)/.exec(await one.getByText(/^\d+ of \d+/).innerText()) ?? [];
    expect(Number(total)).toBeGreaterThan(380);
    await one.keyboard.press('j');
    await heading('Person 00013');
    await one.getByText(new RegExp(`^${Number(place) + 1} of ${total}`)).waitFor();
    await one.keyboard.press('k');
    await heading('Person 00012');
    await one.goBack();
    await card(one, 'Person 00012').waitFor();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
