import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import exceljs from 'exceljs';
import type { Download, Locator, Page } from 'playwright-core';
import { pagesOf } from '../support/pdf.js';
import type { View } from './browser.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';
import { wordsOf } from './words.js';

jest.setTimeout(180_000);

const email = 'owner@files.example';

describe('files of offers in the browser', () => {
  let web: WebWorld;
  let address = '';

  beforeAll(async () => {
    web = await WebWorld.open({ WORKER: 'on' });
    const agency = await web.found('files', '王敏', '鸿雁');
    const { id: organization_id } = await agency.organization({ name: '深海智能' });
    const { id: search_id, stages } = await agency.search({ title: '推理负责人', organization_id });
    const { id: candidate_id } = await agency.candidate({ display_name: '赵宏' });
    const { id: candidacy_id } = await agency.candidacy({ search_id, candidate_id, stage_id: stages[3] });
    const pay = { candidate_id, currency: 'CNY', base_per: 'month', months: 16, extra_months: 'target' };
    const common = { ...pay, annual_cash_minor: 0, source: 'volunteered', stated_on: '2026-01-01' };
    await agency.insert('package', { ...common, kind: 'current', base_amount: 60_000 });
    const { id: offer_id } = await agency.insert('offer', {
      candidacy_id,
      candidate_id,
      search_id,
      organization_id,
      number: 1,
      state: 'verbal',
      stepped_at: new Date(),
    });
    await agency.insert('package', { ...common, kind: 'offered', offer_id, base_amount: 90_000 });
    address = `/candidacies/${candidacy_id}/compare`;
  }, 60_000);
  afterAll(() => web.close());

  const saved = async (page: Page, by: Locator): Promise<Download> => {
    const [download] = await Promise.all([page.waitForEvent('download'), by.click()]);
    return download;
  };

  it.each([
    ['en', 'light', 1440],
    ['zh', 'dark', 1440],
    ['de', 'light', 390],
  ] as const)(
    'the comparison as it is assumed on screen, and the summary in another language (%s)',
    async (language, scheme, width) => {
      const t = wordsOf(language);
      const locale = { en: 'en-GB', zh: 'zh-CN', de: 'de-DE' } as const satisfies Record<string, View['locale']>;
      const page = await web.signedIn(email, { locale: locale[language], scheme, width });
      page.setDefaultTimeout(30_000);
      await web.world.owner.query('delete from export');
      await page.goto(`${address}?lastDay=2027-03-31`);
      const open = page.getByRole('button', { name: t('exports.button'), exact: true });
      const tray = page.getByRole('region', { name: t('bulk.tray') });
      await open.click();
      await page.getByRole('menuitem', { name: t('comparison.export.pdf') }).waitFor();
      await settled(page);
      await keepScreen(page, `comparison-export-${language}`);
      await page.getByRole('menuitem', { name: t('comparison.export.xlsx') }).click();
      await tray.getByText(t('exports.said.done')).waitFor();
      await settled(page);
      await keepScreen(page, `comparison-exported-${language}`);
      const sheet = await saved(page, tray.getByRole('link', { name: t('exports.download') }));
      expect(sheet.suggestedFilename()).toMatch(/^longlist-comparison-\d{4}-\d\d-\d\d\.xlsx$/);
      const book = new exceljs.Workbook();
      await book.xlsx.readFile(await sheet.path());
      const cells: unknown[] = [];
      book.worksheets[0]?.eachRow((row) => row.eachCell(({ value }) => cells.push(value)));
      expect(cells).toContain(t('comparison.title'));
      expect(cells).toContain(1_440_000);
      expect(
        cells.some((cell) => typeof cell === 'string' && /31 Mar 2027|2027年3月31日|31\.03\.2027/.test(cell)),
      ).toBe(true);
      await tray.getByRole('button', { name: t('ui.close') }).click();

      await page
        .getByRole('region', { name: t('offers.ours'), exact: true })
        .getByRole('button')
        .last()
        .click();
      await page.getByRole('menuitem', { name: t('offers.action.summarize') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: t('offers.summary.save') }).waitFor();
      await settled(page);
      await keepScreen(page, `offer-summary-${language}`);
      await dialog.getByRole('combobox', { name: t('offers.summary.language') }).click();
      await page.getByRole('option', { name: 'Deutsch' }).click();
      const paper = await saved(page, dialog.getByRole('button', { name: t('offers.summary.save') }));
      expect(paper.suggestedFilename()).toMatch(/^offer-summary-C-[0-9A-F]{4}-v1\.pdf$/);
      expect((await pagesOf(await readFile(await paper.path()))).join(' ')).toContain('KEIN ANGEBOT');
      await dialog.waitFor({ state: 'detached' });
      await page.context().close();
    },
  );

  it('every word is there, whichever of the texts comes first', async () => {
    const page = await web.signedIn(email, { locale: 'zh-CN' });
    await page.route(/\/assets\/zh-(?!more)/, async (route) => {
      await sleep(1_000);
      await route.continue();
    });
    await page.goto(address);
    await page.getByText('深海智能').first().waitFor();
    await settled(page);
    expect(await page.getByText(wordsOf('zh')('offerTexts.words.offerState.verbal')).count()).toBe(2);
    await page.context().close();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
