import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Agency } from '../support/agency.js';
import { until } from '../support/until.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';
import { latinWords, wordsOf } from './words.js';

jest.setTimeout(180_000);

const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈'];
const days = [
  { language: 'en', locale: 'en-GB', slug: 'day-en' },
  { language: 'zh', locale: 'zh-CN', slug: 'day-zh' },
] as const;

describe.each(days)('a day of approaching people, in $language', ({ language, locale, slug }) => {
  const t = wordsOf(language);
  let web: WebWorld;
  let agency: Agency;
  let page: Page;
  let searchId: string;
  let people: string[];

  beforeAll(async () => {
    web = await WebWorld.open({ WORKER: 'on' }, /status of 4(01|09|12|22)/);
    agency = await web.found(slug, '王敏', '鸿雁');
    const client = await agency.organization({ name: '深海智能' });
    await agency.contact({ organization_id: client.id, name: '韩雪' });
    const search = await agency.search({ title: '推理负责人', organization_id: client.id, protection_months: 12 });
    searchId = search.id;
    page = await web.signedIn(`owner@${slug}.example`, { locale });
    const stages = language === 'zh' ? ['长名单', '已接触', '已确认意向', '已推荐', '已接受'] : undefined;
    for (const [index, name] of (stages ?? []).entries()) {
      await web.world.owner.query('update stage set name = $2 where id = $1', [search.stages[index], name]);
    }
    people = [];
    for (const surname of surnames) {
      const { id } = await agency.candidate({ display_name: `${surname}宏`, city: '杭州' });
      people.push(id);
      await agency.candidacy({ search_id: searchId, candidate_id: id });
    }
    await agency.insert('off_limits_policy', {
      candidate_id: people[3],
      level: 'block',
      reason: 'own_decision',
      starts_on: '2025-01-15',
    });
  }, 90_000);
  afterAll(() => web.close());

  const count = async (sql: string): Promise<number> => {
    const { rows } = await web.world.owner.query<{ n: number }>(
      `select count(*)::int as n from ${sql} and agency_id = $1`,
      [agency.id],
    );
    return rows[0]?.n ?? 0;
  };

  it('ten people are called by keyboard, three keys each, and the blocked one only after a written override', async () => {
    await page.goto(`/searches/${searchId}/board`);
    await settled(page);
    const source = { kind: 'stage', searchId, stageId: (await stagesOf())[0] };
    const made = await page.request.post('/api/v1/call-lists', { data: { source } });
    await page.goto(`/call-lists/${((await made.json()) as { id: string }).id}`);
    for (let call = 0; call < surnames.length; call += 1) {
      const name = `${surnames[call]}宏`;
      await page.getByRole('heading', { level: 2, name }).waitFor();
      if (call === 3) {
        await page.getByText(t('offLimits.blockBanner')).first().waitFor();
        await settled(page);
        await keepScreen(page, `${slug}-1-blocked`);
      }
      for (const key of ['3', 'f', 'Enter']) await page.keyboard.press(key);
      if (call !== 3) continue;
      const dialog = page.getByRole('dialog');
      await dialog.locator('textarea').fill('客户已书面同意。');
      await keepScreen(page, `${slug}-2-override`);
      await dialog.getByRole('button', { name: t('offLimits.override.submit') }).click();
      await dialog.waitFor({ state: 'hidden' });
      await until(async () => (await count('contact_log where true')) === 4);
    }
    await page.getByText(t('callLists.allDone')).waitFor();
    await until(async () => (await count('contact_log where true')) === 10);
    expect(await count(`poaching_attempt where state = 'in_conversation'`)).toBe(10);
    expect(await count(`task where kind = 'follow_up'`)).toBe(10);
    expect(await count('off_limits_override where true')).toBe(1);
    expect(await count(`event where type = 'off-limits.overridden'`)).toBe(1);
    const [, contacted] = await stagesOf();
    expect(await count(`candidacy where stage_id = '${contacted}'`)).toBe(10);
  });

  it('one of them is presented: report, permission and protection in one go, and the attempt is won', async () => {
    await page.goto(`/searches/${searchId}/board`);
    await settled(page);
    await page.locator('[data-card]').first().focus();
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await dialog.locator('pre').first().waitFor();
    await dialog.getByRole('combobox', { name: t('portal.field.contactId') }).click();
    await page.getByRole('option', { name: /韩雪/ }).click();
    await dialog.getByRole('combobox', { name: t('portal.field.level') }).click();
    await page.getByRole('option', { name: /^L3/ }).click();
    await dialog.getByLabel(t('portal.permission.evidence')).first().fill('好的，请推荐。');
    await dialog.locator('pre[aria-busy=false]').waitFor();
    await keepScreen(page, `${slug}-3-submit`);
    await dialog.getByRole('button', { name: t('portal.record') }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await count(`submission where protected_until > current_date + 300 and file_bytes > 1000`)).toBe(1);
    const presented = (await stagesOf())[3];
    expect(await count(`candidacy where stage_id = '${presented}'`)).toBe(1);
    await until(async () => (await count(`poaching_attempt where state = 'won'`)) === 1);
  });

  it('the day stands in the lists of attempts and submissions', async () => {
    await page.goto('/poaching');
    await settled(page);
    await page.getByRole('row', { name: /李宏/ }).waitFor();
    await keepScreen(page, `${slug}-4-attempts`);
    if (language === 'zh') expect(await latinWords(page)).toEqual([]);
    await page.goto('/submissions');
    await settled(page);
    await page.getByRole('row', { name: /宏/ }).first().waitFor();
    await keepScreen(page, `${slug}-5-submissions`);
    if (language === 'zh') expect(await latinWords(page)).toEqual([]);
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });

  const stagesOf = async (): Promise<string[]> => {
    const { rows } = await web.world.owner.query<{ id: string }>(
      'select id from stage where search_id = $1 order by position',
      [searchId],
    );
    return rows.map(({ id }) => id);
  };
});
