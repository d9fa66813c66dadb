import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';
import { latinWords, wordsOf } from './words.js';

jest.setTimeout(180_000);

const email = 'owner@offers.example';
const languages = {
  en: { locale: 'en-GB', person: 'Ada Lindqvist' },
  zh: { locale: 'zh-CN', person: '赵宏' },
} as const;

describe('offers in the browser', () => {
  let web: WebWorld;
  const addresses: Record<string, string> = {};

  beforeAll(async () => {
    web = await WebWorld.open();
    const agency = await web.found('offers', '王敏', '鸿雁');
    const client = await agency.organization({ name: '深海智能' });
    const { id: search_id, stages } = await agency.search({ title: '推理负责人', organization_id: client.id });
    await agency.insert('stage', { search_id, name: '录用', stage_group: 'offer', position: 9 });
    for (const { person } of Object.values(languages)) {
      const { id: candidate_id } = await agency.candidate({ display_name: person });
      const { id } = await agency.candidacy({ search_id, candidate_id, stage_id: stages[3] });
      await agency.insert('package', {
        candidate_id,
        kind: 'current',
        currency: 'CNY',
        base_amount: 60_000,
        base_per: 'month',
        months: 16,
        extra_months: 'target',
        annual_cash_minor: 96_000_000,
        source: 'volunteered',
        stated_on: '2026-01-01',
      });
      addresses[person] = `/candidacies/${id}/compare`;
    }
  }, 60_000);
  afterAll(() => web.close());

  it.each(['en', 'zh'] as const)('go from a pasted line to an acceptance and a reneging (%s)', async (language) => {
    const { locale, person } = languages[language];
    const t = wordsOf(language);
    const page = await web.signedIn(email, { locale });
    const dialog = page.getByRole('dialog');
    const press = (name: string, within: Page | Locator = page): Promise<void> =>
      within.getByRole('button', { name, exact: true }).first().click();
    const done = async (title: string): Promise<void> => {
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(title).first().waitFor();
    };
    const named = (key: string): string => t(key).replace('{{name}}', person);
    const rivals = page.getByRole('region', { name: t('offers.rivals'), exact: true });
    const openMenu = (rows: string): Promise<void> =>
      page
        .getByRole('region', { name: t(rows), exact: true })
        .getByRole('button')
        .last()
        .click();
    /** Opens a menu of a row, chooses in it and sends the dialog that asks. */
    const step = async (rows: string, action: string, submit: string, said: string): Promise<void> => {
      await openMenu(rows);
      await page.getByRole('menuitem', { name: t(action), exact: true }).click();
      await press(t(submit), dialog);
      await done(named(said));
    };

    await page.goto(addresses[person] ?? '');
    await page.locator('h1').first().waitFor();
    await press(t('offers.add.offer'));
    await dialog.getByLabel(t('offers.line.label')).fill('90k*16 + 20万签字费');
    await page.keyboard.press('Enter');
    expect(await dialog.getByLabel(t('offerTexts.candidates.package.base')).first().inputValue()).toMatch(/90[,.]?000/);
    await settled(page);
    await keepScreen(page, `offer-dialog-${language}`);
    await press(t('offers.action.make'), dialog);
    await done(named('offers.done.make'));
    await step('offers.ours', 'offers.action.extend', 'offers.action.extend', 'offers.done.extend');
    await press(t('offers.add.counteroffer'));
    await dialog.getByLabel(t('offers.knowsPay')).check();
    await dialog.getByLabel(t('offers.line.label')).fill('72k*16');
    await page.keyboard.press('Enter');
    await press(t('ui.save'), dialog);
    await done(named('offers.rivalDone.note.counteroffer'));
    await step('offers.rivals', 'offers.rivalAction.receive', 'offers.rivalAction.receive', 'offers.rivalDone.receive');
    await settled(page);
    await keepScreen(page, `comparison-${language}`);
    if (language === 'zh') expect(await latinWords(page)).toEqual([]);
    await step('offers.rivals', 'offers.rivalAction.refuse', 'offers.rivalAction.refuse', 'offers.rivalDone.refuse');
    await openMenu('offers.rivals');
    await page.getByRole('menuitem', { name: t('offers.rivalAction.steps'), exact: true }).click();
    await dialog.getByText(t('offerTexts.words.rivalOfferState.refused')).first().waitFor();
    await press(t('offers.one.takeBack'), dialog);
    await press(t('ui.close'), dialog);
    await rivals.getByText(t('offerTexts.words.rivalOfferState.received'), { exact: true }).waitFor();
    await step('offers.rivals', 'offers.rivalAction.refuse', 'offers.rivalAction.refuse', 'offers.rivalDone.refuse');
    await step('offers.ours', 'offers.action.accept', 'offers.action.accept', 'offers.done.accept');
    await page
      .getByRole('button', { name: t('ui.undo'), exact: true })
      .last()
      .click();
    const ours = page.getByRole('region', { name: t('offers.ours'), exact: true });
    await ours.getByText(t('offerTexts.words.offerState.extended')).waitFor();
    await step('offers.ours', 'offers.action.accept', 'offers.action.accept', 'offers.done.accept');
    await step('offers.ours', 'offers.action.renege', 'offers.action.renege', 'offers.done.renege');
    await ours.getByRole('link').first().click();
    await press(t('offers.one.takeBack'), page.getByRole('region', { name: t('offers.one.steps'), exact: true }));
    await page.getByText(t('offerTexts.words.offerState.accepted'), { exact: true }).first().waitFor();
    await settled(page);
    await keepScreen(page, `offer-${language}`);
    if (language === 'zh') expect(await latinWords(page)).toEqual([]);
    await page
      .getByRole('button', { name: t('offers.actions').replace('{{name}}', person).replace('{{number}}', '1') })
      .click();
    await page.getByRole('menuitem', { name: t('offers.action.renege'), exact: true }).click();
    await press(t('offers.action.renege'), dialog);
    await done(named('offers.done.renege'));
    const { rows } = await web.world.owner.query<{ state: string; reason: string | null; rival: string }>(
      `select o.state, c.exit_reason as reason, r.state as rival from offer o
        join candidacy c on c.agency_id = o.agency_id and c.id = o.candidacy_id
        join candidate p on p.agency_id = c.agency_id and p.id = c.candidate_id
        join rival_offer r on r.agency_id = o.agency_id and r.candidacy_id = c.id
        where p.display_name = $1 and o.agency_id = (select id from agency where slug = 'offers')`,
      [person],
    );
    expect(rows).toEqual([{ state: 'reneged', reason: 'reneged', rival: 'refused' }]);
    await page.context().close();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
