import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addMonths } from '@domain/day.js';
import type { Page } from 'playwright-core';
import { dayOfNow, hiring } from '../support/hiring.js';
import { pay } from '../support/offering.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';
import { latinWords, wordsOf } from './words.js';

jest.setTimeout(180_000);

const email = 'owner@fees.example';
const views = {
  en: { locale: 'en-GB' },
  zh: { locale: 'zh-CN', scheme: 'dark' },
  de: { locale: 'de-DE', width: 390, height: 844 },
} as const;
const fallen = /¥119,997\.60|119\.997,60/;

describe('fees in the browser', () => {
  let web: WebWorld;
  let compare: string;
  let fell: string;
  let search: string;

  beforeAll(async () => {
    web = await WebWorld.open({ WORKER: 'on' });
    const agency = await web.found('fees', '王敏', '鸿雁');
    const ground = await hiring(web.world, { agency });
    const { candidacyId, candidateId, searchId, member, colleague, agree, accept, rival } = ground;
    await rename('member', member.id, 'name', '李雷');
    await rename('member', colleague.id, 'name', '韩梅梅');
    await rename('candidate', candidateId, 'display_name', '赵宏');
    await rename('search', searchId, 'title', '推理负责人');
    await agree();
    const plan = {
      kind: 'cash_plan',
      amount: '2400000',
      vestStart: addMonths(dayOfNow(), -20),
      vestMonths: 48,
      vestEveryMonths: 12,
    };
    await member.put(`/api/v1/candidates/${candidateId}/package`, {
      current: { ...pay, baseAmount: '60000', oneOffs: [], grants: [plan], source: 'volunteered' },
      expected: { ...pay, baseAmount: '90000', oneOffs: [], source: 'asked' },
    });
    await rival('counteroffers', { package: { ...pay, baseAmount: '72000', oneOffs: [] } });
    await accept({}, { startsOn: addMonths(dayOfNow(), 3) });
    compare = `/candidacies/${candidacyId}/compare`;
    search = `/searches/${searchId}`;
    const other = await hiring(web.world, { agency });
    await rename('candidate', other.candidateId, 'display_name', '钱华');
    await other.agree();
    await other.accept();
    const today = dayOfNow();
    await other.placement('start', {
      startedOn: new Date(Date.parse(today) - 30 * 86_400_000).toISOString().slice(0, 10),
    });
    await other.placement('falling-off', { leftBy: 'candidate', leftOn: today });
    fell = `/candidacies/${other.candidacyId}/compare`;
  }, 60_000);
  afterAll(() => web.close());

  const rename = (table: string, id: string, column: string, value: string) =>
    web.world.owner.query(`update ${table} set ${column} = $2 where id = $1`, [id, value]);
  const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

  it.each(['en', 'zh', 'de'] as const)('are opened to their working, paid and given back (%s)', async (language) => {
    const t = wordsOf(language);
    const page = await web.signedIn(email, views[language]);
    await page.goto(compare);
    const fee = panel(page, t('fees.title')).first();
    await fee.waitFor();
    await settled(page);
    await panel(page, t('risk.title')).scrollIntoViewIfNeeded();
    await keepScreen(page, `risk-${language}`);
    expect(await panel(page, t('risk.title')).getByRole('listitem').count()).toBe(4);
    await fee.scrollIntoViewIfNeeded();
    await keepScreen(page, `fee-${language}`);
    const amount = fee.getByRole('button').filter({ hasText: /360[.,]000[.,]00/ });
    await amount.click();
    await page
      .getByRole('dialog')
      .getByText(/1[.,]440[.,]000[.,]00/)
      .first()
      .waitFor();
    await keepScreen(page, `fee-working-${language}`);
    await page.keyboard.press('Escape');
    const menu = fee.getByRole('row').nth(1).getByRole('button');
    await menu.click();
    await page.getByRole('menuitem', { name: t('fees.action.pay'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('fees.pay.amount')).fill('100000');
    await keepScreen(page, `fee-payment-${language}`);
    await dialog.getByRole('button', { name: t('fees.pay.submit'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await fee.getByText(/140[.,]001[.,]20/).waitFor();
    await menu.click();
    await page.getByRole('menuitem', { name: t('fees.action.unpay'), exact: true }).click();
    await fee.getByText(/120[.,]002[.,]40/).waitFor();
    if (language === 'zh') expect((await latinWords(page)).filter((text) => !/Organization/.test(text))).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      views[language] === views.de ? 390 : 1440,
    );
    await page.goto(fell);
    await panel(page, t('fees.title')).getByText(fallen).first().click();
    await page
      .getByRole('dialog')
      .getByText(/240[.,]000[.,]00/)
      .first()
      .waitFor();
    await keepScreen(page, `fee-refund-${language}`);
    await page.goto(search);
    await panel(page, t('fees.ofSearch')).first().scrollIntoViewIfNeeded();
    await settled(page);
    await keepScreen(page, `fees-of-search-${language}`);
    await page.goto('/fees');
    await page.getByText('赵宏').first().waitFor();
    await settled(page);
    await keepScreen(page, `fees-${language}`);
    await page.context().close();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
