import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keepScreen } from './screens.js';
import { WebWorld } from './web-world.js';

const [anna, ming] = ['owner@poaching.example', 'ming@poaching.example'];

describe('attempts to win people', () => {
  let web: WebWorld;
  let page: Page;
  let candidate: string;

  beforeAll(async () => {
    web = await WebWorld.open({ WORKER: 'on' });
    await web.addHeadhunter(await web.found('poaching', 'Anna Author'), 'Ming Colleague', ming);
    page = await web.signedIn(anna);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const made = await page.request.post('/api/v1/candidates', {
      data: { displayName: 'Zhao Hong', givenName: 'Hong', nativeName: '赵宏' },
    });
    candidate = ((await made.json()) as { id: string }).id;
  }, 60_000);
  afterAll(() => web.close());

  it('a text from a template is filled, copied, and stands in the contact that is logged next', async () => {
    await page.goto(`/candidates/${candidate}`);
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Template' }).click();
    await page.getByRole('option', { name: /Asking again/ }).click();
    const text = dialog.getByLabel('Text');
    expect(await text.inputValue()).toContain('Hello Hong');
    await dialog.getByText('Nobody knows: search').waitFor();
    await keepScreen(page, 'poaching-message');
    await text.fill('Hello Hong, may we talk?');
    await dialog.getByRole('button', { name: 'Copy and log' }).click();
    const form = page.getByRole('dialog', { name: 'Contact with Zhao Hong' });
    await form.waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('Hello Hong, may we talk?');
    expect(await form.getByLabel('What was said').inputValue()).toBe('Hello Hong, may we talk?');
    await form.getByRole('combobox', { name: 'Hook' }).click();
    await page.getByRole('option', { name: 'Compute' }).click();
    await keepScreen(page, 'poaching-log');
    await form.getByRole('button', { name: 'Save contact' }).click();
    await page.getByText('Logged: Zhao Hong').first().waitFor();
    await page.getByRole('tab', { name: 'Attempts' }).click();
    await page.getByText('Approached').first().waitFor();
    await page.getByText('Hello Hong, may we talk?').first().waitFor();
    await keepScreen(page, 'poaching-attempts');
  }, 60_000);

  it('a colleague is warned before they write as well', async () => {
    const colleague = await web.signedIn(ming);
    await colleague.goto(`/candidates/${candidate}`);
    await colleague.getByRole('textbox', { name: 'Write a note' }).waitFor();
    await colleague.keyboard.press('l');
    await colleague.getByRole('dialog').getByText('Anna Author is on this person: Approached').waitFor();
    await keepScreen(colleague, 'poaching-conflict');
    await colleague.context().close();
  }, 60_000);

  it('how it ended is said in the list and taken back', async () => {
    await page.goto('/poaching');
    const row = page.getByRole('row', { name: /Zhao Hong/ });
    await row.getByRole('button', { name: 'What happened with Zhao Hong' }).click();
    await page.getByRole('menuitem', { name: 'No response' }).click();
    await page.getByRole('dialog').getByLabel('Note').fill('Three messages');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('No response: Zhao Hong').first().waitFor();
    await row.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await row.getByText('Approached').waitFor();
    await keepScreen(page, 'poaching-list');
  }, 60_000);

  it('response rates open the attempts that they count', async () => {
    await page.getByText('Response rate').click();
    await page.getByText('Nobody was approached in this period').waitFor();
    await page.request.post('/api/v1/contact-log', {
      data: { candidateId: candidate, channel: 'wechat', direction: 'outbound', outcome: 'talked' },
    });
    await page.reload();
    await page.getByRole('row', { name: /All/ }).getByText('100%').waitFor();
    await keepScreen(page, 'poaching-rates');
    await page.getByRole('row', { name: /All/ }).getByRole('link', { name: '1' }).click();
    await page.getByRole('button', { name: /Counted from/ }).waitFor();
    await page.getByRole('row', { name: /Zhao Hong/ }).waitFor();
  }, 60_000);

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
