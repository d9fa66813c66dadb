import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { defaultsOf } from '@domain/agencies/defaults.js';
import type { Agency } from '../support/agency.js';
import type { View } from './browser.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';
import { latinWords, wordsOf } from './words.js';

jest.setTimeout(180_000);

const email = 'owner@levels.example';
const languages = {
  en: { view: { locale: 'en-GB' }, employer: '远山智能', person: '陈一' },
  zh: { view: { locale: 'zh-CN', scheme: 'dark' }, employer: '近水科技', person: '周二' },
} as const satisfies Record<string, { view: View; employer: string; person: string }>;
const ladder = defaultsOf('en').ladder;

describe('levels in the browser', () => {
  let web: WebWorld;
  let agency: Agency;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    web = await WebWorld.open();
    agency = await web.found('levels', '王敏', '鸿雁');
    const { rows } = await web.world.owner.query<{ id: string; name: string }>(
      'select id, name from ladder_step where agency_id = $1',
      [agency.id],
    );
    const stepOf = (name: string): string | undefined => rows.find((step) => step.name === name)?.id;
    const other = await agency.organization({ name: '深海' });
    for (const [position, code] of ['T9', 'T10', 'T11'].entries()) {
      const [from_step_id, to_step_id] = [stepOf(ladder[position] ?? ''), stepOf(ladder[position + 1] ?? '')];
      const level = { code, code_key: code.toLowerCase(), from_step_id, to_step_id, position };
      await agency.insert('organization_level', { organization_id: other.id, ...level });
    }
    for (const { employer, person } of Object.values(languages)) {
      const { id: organization_id } = await agency.organization({ name: employer });
      const { id: candidate_id } = await agency.candidate({
        display_name: person,
        current_organization_id: organization_id,
      });
      [ids[employer], ids[person]] = [organization_id, candidate_id];
    }
  }, 60_000);
  afterAll(() => web.close());

  it.each(['en', 'zh'] as const)('are entered for an employer, and say what pay is for (%s)', async (language) => {
    const { view, employer, person } = languages[language];
    const t = wordsOf(language);
    const at = (code: string, name: string): string =>
      t('levels.at').replace('{{code}}', code).replace('{{name}}', name);
    const row = (key: string, number: number): string => t(`levels.row.${key}`).replace('{{number}}', String(number));
    const page = await web.signedIn(email, view);
    const dialog = page.getByRole('dialog');

    await page.goto(`/organizations/${ids[employer]}?tab=levels`);
    await page.getByRole('button', { name: t('levels.enter'), exact: true }).click();
    await dialog.getByLabel(row('code', 1), { exact: true }).last().fill('P5');
    await dialog.getByLabel(t('levels.paste')).fill('P7; P6 初级');
    await dialog.getByRole('button', { name: t('levels.pasteAdd'), exact: true }).click();
    await dialog.getByRole('button', { name: t('levels.row.up').replace('{{name}}', 'P6'), exact: true }).click();
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toBe(t('levels.row.up').replace('{{name}}', 'P6'));
    await dialog.getByLabel(row('step', 2), { exact: true }).selectOption(ladder[1] ?? '');
    await dialog.getByLabel(row('step', 3), { exact: true }).selectOption(ladder[2] ?? '');
    await dialog.getByLabel(row('lastStep', 3), { exact: true }).selectOption(ladder[3] ?? '');
    await settled(page);
    await keepScreen(page, `levels-dialog-${language}`);
    await dialog.getByRole('button', { name: t('ui.save'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(t('levels.saved')).first().waitFor();
    const table = page.getByRole('table', { name: t('organizations.tab.levels') });
    await table.getByText(at('T10/T11', '深海')).first().waitFor();
    expect(await table.getByRole('row').allInnerTexts()).toEqual([
      expect.anything(),
      expect.stringMatching(/^P5\s/),
      expect.stringMatching(/^P6\s/),
      expect.stringMatching(/^P7\s/),
    ]);
    await settled(page);
    await keepScreen(page, `levels-${language}`);

    await page.goto(`/candidates/${ids[person]}?tab=package`);
    const enter = page.getByRole('button', { name: t('offerTexts.candidates.package.enter'), exact: true });
    await enter.first().click();
    await dialog.getByLabel(t('offers.line.label')).fill('P6 60k*16');
    await page.keyboard.press('Enter');
    const level = dialog.getByRole('combobox', { name: t('offerTexts.candidates.package.level'), exact: true });
    expect(await level.inputValue()).toBe('P6');
    await level.fill('p 7');
    const line = dialog.getByText(`P7 · ${t('levels.span').replace('{{from}}', 'Senior').replace('{{to}}', 'Staff')}`);
    await line.waitFor();
    expect(await line.innerText()).toContain(at('T10/T11', '深海'));
    await settled(page);
    await keepScreen(page, `levels-package-${language}`);
    await level.fill('P77');
    await dialog.getByText(t('levels.unknown').replace('{{level}}', 'P77').replace('{{name}}', employer)).waitFor();
    await level.fill('P7');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: t('ui.save'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const { rows } = await web.world.owner.query(
      `select p.level, p.months::int as months from package p join candidate c on c.agency_id = p.agency_id and c.id = p.candidate_id
        where p.agency_id = $1 and c.display_name = $2`,
      [agency.id, person],
    );
    expect(rows).toEqual([{ level: 'P7', months: 16 }]);
    await page.context().close();
  });

  it.each(['en', 'zh'] as const)('hold the steps of the ladder on which they stand (%s)', async (language) => {
    const t = wordsOf(language);
    const page = await web.signedIn(email, languages[language].view);
    const dialog = page.getByRole('dialog');
    await page.goto('/settings/ladder');
    await page.getByRole('button', { name: t('levels.ladder.change'), exact: true }).click();
    await dialog
      .getByRole('button', { name: t('levels.row.remove').replace('{{name}}', 'Staff'), exact: true })
      .click();
    await dialog.getByRole('button', { name: t('ui.save'), exact: true }).click();
    const refused = dialog.getByRole('alert');
    await refused.waitFor();
    expect(await refused.innerText()).toContain(t('offerTexts.problem.ladder.step-used'));
    expect(await refused.innerText()).toContain('深海');
    await settled(page);
    await keepScreen(page, `ladder-${language}`);
    await dialog.getByRole('button', { name: t('ui.cancel'), exact: true }).click();
    await page.goto(`/organizations/${ids[languages[language].employer]}?tab=levels`);
    await page.getByRole('table', { name: t('organizations.tab.levels') }).waitFor();
    await settled(page);
    if (language === 'zh') {
      const steps = new RegExp(ladder.join('|'), 'g');
      const latin = (await latinWords(page)).filter((text) => /[A-Za-z]{2,}/.test(text.replace(steps, '')));
      expect(latin).toEqual([]);
    }
    await page.context().close();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
