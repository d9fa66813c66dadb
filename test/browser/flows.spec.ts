import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { go } from './pages.js';
import { keepScreen } from './screens.js';
import { WebWorld } from './web-world.js';
import { latinWords, wordsOf } from './words.js';

jest.setTimeout(120_000);

const stages = ['长名单', '已联系', '已评估', '已推荐', '已接受'] as const;
const search = '推理负责人';
const owner = 'owner@flows.example';
const colleague = 'colleague@flows.example';
const people = ['赵宏', '钱敏', '孙丽', '李强'] as const;

describe('the day of a headhunter', () => {
  let web: WebWorld;
  let board: string;
  let view: string;

  beforeAll(async () => {
    web = await WebWorld.open();
    const agency = await web.found('flows', '王敏', '鸿雁');
    await web.addHeadhunter(agency, '周婷', colleague);
    const client = await agency.organization({ name: '深海智能' });
    const { id, stages: ids } = await agency.search({ title: search, organization_id: client.id });
    for (const [index, stage] of ids.entries()) {
      await web.world.owner.query('update stage set name = $2 where id = $1', [stage, stages[index]]);
    }
    board = `/searches/${id}/board`;
    view = '杭州';
    const page = await web.signedIn(owner);
    for (const [index, displayName] of people.entries()) {
      const channels = [{ kind: 'phone', value: `+86100000000${index}` }];
      await page.request.post('/api/v1/candidates', {
        data: { displayName, city: view, channels },
        failOnStatusCode: true,
      });
    }
    await page.context().close();
  }, 60_000);
  afterAll(() => web.close());

  const begin = async (locale: 'en-GB' | 'zh-CN', email: string): Promise<Page> => {
    const page = await web.signedIn(email, { locale });
    await page.goto('/');
    await page.locator('h1').waitFor();
    return page;
  };
  const card = (page: Page, name: string): Locator => page.locator(`[data-card][aria-label="${name}"]`);
  const inStage = (page: Page, stage: string, name: string): Locator =>
    page.getByRole('region', { name: new RegExp(`^${stage}`) }).locator(`[aria-label="${name}"]`);
  const count = async (sql: string, ...values: string[]): Promise<number> => {
    const { rows } = await web.world.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values);
    return rows[0]?.n ?? 0;
  };
  const callListOf = async (page: Page): Promise<string> => {
    const data = { source: { kind: 'view', filters: { city: view, sort: 'displayName' } } };
    const answer = await page.request.post('/api/v1/call-lists', { data });
    return `/call-lists/${((await answer.json()) as { id: string }).id}`;
  };

  it('goes by mouse', async () => {
    const t = wordsOf('en');
    const page = await begin('en-GB', owner);
    const dialog = page.getByRole('dialog');
    const press = (key: string, within: Page | Locator = page): Promise<void> =>
      within
        .getByRole('button', { name: t(key), exact: true })
        .first()
        .click();

    await page.locator('[aria-keyshortcuts^="Control+K"]').click();
    await dialog.locator('input').fill('赵宏');
    await page.getByRole('option', { name: /赵宏/ }).first().click();
    await page.getByRole('heading', { level: 1, name: '赵宏' }).waitFor();

    await page.getByRole('textbox', { name: t('notes.write') }).click();
    await page.keyboard.insertText('为算力而动。');
    await press('notes.save');
    await page.getByText(t('notes.saved')).first().waitFor();

    await go(page, '/candidates?sort=displayName');
    for (const name of people.slice(0, 2)) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    await press('candidates.bulk.addToSearch');
    await dialog.getByRole('combobox', { name: t('candidacies.search') }).click();
    await page.getByRole('option', { name: new RegExp(search) }).click();
    await press('candidacies.add.submit', dialog);
    await dialog.waitFor({ state: 'detached' });

    await go(page, board);
    const menu = async (name: string, item: string): Promise<void> => {
      await card(page, name)
        .getByRole('button', { name: /^Actions/ })
        .click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    await menu('赵宏', stages[1]);
    await inStage(page, stages[1], '赵宏').waitFor();
    await menu('钱敏', t('candidacies.action.exit'));
    await dialog.getByText(t('words.party.client'), { exact: true }).click();
    await dialog.getByRole('combobox', { name: t('candidacies.exit.reason') }).click();
    await page.getByRole('option').first().click();
    await press('candidacies.exit.submit', dialog);
    await card(page, '钱敏').waitFor({ state: 'detached' });

    await go(page, await callListOf(page));
    const first = await page.getByRole('heading', { level: 2 }).first().innerText();
    await page
      .locator('label')
      .filter({ hasText: t('words.outcome.talked') })
      .click();
    await page
      .locator('label')
      .filter({ hasText: t('callLists.followUpDay') })
      .click();
    await press('callLists.save');
    await page.getByText(`Logged: ${first}`).first().waitFor();

    await press('app.top.create');
    await page.getByRole('menuitem', { name: t('app.create.quick') }).click();
    await dialog.getByLabel(t('quickAdd.paste')).fill('周杰');
    await dialog.getByRole('combobox', { name: t('quickAdd.search') }).click();
    await page.getByRole('option', { name: new RegExp(search) }).click();
    await press('quickAdd.save', dialog);
    await dialog.waitFor({ state: 'detached' });

    const ours = `agency_id = (select id from agency where slug = 'flows')`;
    expect(await count(`candidacy where ${ours}`)).toBe(3);
    expect(await count(`candidacy where exited_at is not null and ${ours}`)).toBe(1);
    expect(await count(`task where due_on is not null and ${ours}`)).toBe(1);
    await page.context().close();
  });

  it('goes by keyboard alone, in Chinese, with few keys and no word of another language', async () => {
    const t = wordsOf('zh');
    const page = await begin('zh-CN', colleague);
    const dialog = page.getByRole('dialog');
    const used: Record<string, number> = {};
    const latin: Record<string, string[]> = {};
    const reads = async (name: string): Promise<void> => {
      const found = await latinWords(page);
      if (found.length > 0) latin[name] = found;
      await keepScreen(page, `flow-zh-${name}`);
    };
    /** Presses keys and counts those after the first of the work; typed text is no key. */
    const key = async (work: string, ...keys: string[]): Promise<void> => {
      for (const one of keys) await page.keyboard.press(one);
      used[work] = (used[work] ?? -1) + keys.length;
    };
    const type = (text: string): Promise<void> => page.keyboard.insertText(text);
    const chosen = (name: string): Promise<void> =>
      page.locator('[role=option][data-combobox-selected]').filter({ hasText: name }).waitFor();
    /** Types into a picker and chooses by Enter at once: what comes for it is chosen when it is there. */
    const chooseSearch = async (work: string): Promise<void> => {
      await type(search);
      await key(work, 'Enter');
      const closed = dialog.locator('input:focus[aria-expanded=false]');
      await closed.waitFor();
      expect(await closed.inputValue()).toContain(search);
    };
    const focused = (selector: string): Promise<void> => page.locator(`${selector}:focus`).waitFor();
    await reads('home');

    await key('find a person and open', 'Control+k');
    await focused('[role=dialog] input');
    await type('孙丽');
    await chosen('孙丽');
    await reads('palette');
    await key('find a person and open', 'Enter');
    await page.getByRole('heading', { level: 1, name: '孙丽' }).waitFor();
    await page.getByRole('textbox', { name: t('notes.write') }).waitFor();
    await reads('profile');

    await key('note on the open person', 'n');
    await focused('[contenteditable]');
    await type('春天再谈。');
    await key('note on the open person', 'Control+Enter');
    await page.locator('main').getByText('春天再谈。').first().waitFor();
    await page.getByText(t('notes.saved')).first().waitFor();

    await go(page, '/candidates?sort=displayName');
    await page.locator('[data-row]').nth(3).waitFor();
    await reads('candidates');
    for (let row = 0; row < 4; row += 1) {
      await page.keyboard.press('j');
      const name = await page.locator('[data-row]').nth(row).innerText();
      if (/孙丽|李强/.test(name)) await page.keyboard.press('x');
    }
    await key('add selected people to a search', 'a');
    await focused('[role=dialog] input');
    await chooseSearch('add selected people to a search');
    await reads('add-to-search');
    await key('add selected people to a search', 'Enter');
    await dialog.waitFor({ state: 'detached' });

    await go(page, board);
    await card(page, '孙丽').waitFor();
    await reads('board');
    const names = await page
      .locator('[data-card]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    for (let at = 0; at <= names.indexOf('孙丽'); at += 1) await page.keyboard.press('j');
    await focused(`[data-card][aria-label="孙丽"]`);
    await key('move a card', 'Space', 'ArrowRight', 'Space');
    await inStage(page, stages[1], '孙丽').waitFor();
    await page.locator('[data-grabbed=true]').waitFor({ state: 'detached' });
    await focused(`[data-card][aria-label="孙丽"]`);
    await key('exit with reason', 'q');
    await dialog.waitFor();
    await focused('[role=dialog] input');
    await type(t('words.exitReason.pay'));
    await chosen(t('words.exitReason.pay'));
    await reads('exit');
    await key('exit with reason', 'Enter', 'Enter');
    await card(page, '孙丽').waitFor({ state: 'detached' });

    await go(page, await callListOf(page));
    const first = await page.getByRole('heading', { level: 2 }).first().innerText();
    await reads('call-list');
    await key('log a call with outcome and follow-up', '3', 'd', 'Enter');
    await page.getByText(t('poaching.logged').replace('{{name}}', first)).first().waitFor();

    await key('quick add with search', 'Shift+C');
    await focused('[role=dialog] textarea');
    await type('吴芳');
    await key('quick add with search', 'Tab');
    await focused('[role=dialog] input');
    await chooseSearch('quick add with search');
    await reads('quick-add');
    await key('quick add with search', 'Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await go(page, board);
    await card(page, '吴芳').waitFor();

    process.stdout.write(`  keys after the first: ${JSON.stringify(used)}\n`);
    const budget: Record<string, number> = {
      'find a person and open': 3,
      'note on the open person': 2,
      'add selected people to a search': 3,
      'move a card': 2,
      'exit with reason': 4,
      'log a call with outcome and follow-up': 3,
      'quick add with search': 4,
    };
    expect(Object.keys(used).sort()).toEqual(Object.keys(budget).sort());
    expect(Object.entries(used).filter(([work, keys]) => keys > (budget[work] ?? 0))).toEqual([]);
    expect(latin).toEqual({});
    await page.context().close();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
