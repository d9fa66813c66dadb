import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { addDays } from '@domain/day.js';
import { docxParts, pdf, zip } from '../support/uploads.js';
import { barriers } from './axe.js';
import { theirToday, type View } from './browser.js';
import { go } from './pages.js';
import { keepScreen } from './screens.js';
import { WebWorld } from './web-world.js';

const email = 'owner@profile.example';
const today = theirToday();

jest.setTimeout(90_000);

describe('a profile', () => {
  let web: WebWorld;
  let page: Page;
  let person: string;

  const visit = (tab: string, on: Page = page): Promise<void> => go(on, `/candidates/${person}?tab=${tab}`);
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const seen = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
  const drop = (name: string, buffer: Buffer): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

  beforeAll(async () => {
    web = await WebWorld.open({}, /status of 4\d\d/);
    const agency = await web.found('profile');
    const zhao = await agency.candidate({
      display_name: 'Zhao Hong',
      native_name: '赵宏',
      law: 'gdpr',
      sourced_on: addDays(today, -35),
      notice_due_on: addDays(today, -5),
    });
    person = zhao.id;
    const company = await agency.organization({ name: 'Northstar AI' });
    const others = [
      await agency.candidate({ display_name: 'Ada Lane' }),
      await agency.candidate({ display_name: 'Bo Reed' }),
    ];
    await agency.insert('affiliation', {
      candidate_id: person,
      organization_id: company.id,
      type: 'employment',
      title: 'Researcher',
      started_on: '2023-09-01',
    });
    for (const [index, year] of [2023, 2025].entries()) {
      const paper = await agency.insert('publication', { title: `On scaling, part ${index + 1}`, venue: 'ICLR', year });
      const authors = [person, others[0]?.id, ...(index === 0 ? [others[1]?.id] : [])];
      for (const [at, candidate_id] of authors.entries()) {
        await agency.insert('authorship', { candidate_id, publication_id: paper.id, position: at + 1 });
      }
    }
    page = await web.signedIn(email);
    await page.goto('/');
  }, 60_000);
  afterAll(() => web.close());

  it('takes documents by choice, says why it refuses one, and gives them back', async () => {
    await visit('documents');
    await seen('No documents yet');
    await drop('cv-zhao.pdf', pdf());
    await page.getByRole('link', { name: 'cv-zhao.pdf', exact: true }).waitFor();
    await drop('cv.docx', zip(docxParts()));
    await page.getByRole('link', { name: 'cv.docx', exact: true }).waitFor();
    await drop('macros.docx', zip([...docxParts(), { name: 'word/vbaProject.bin', content: 'x' }]));
    await page.getByRole('alert').filter({ hasText: 'The file carries macros or programs' }).waitFor();
    await drop('again.pdf', pdf());
    await page.getByRole('alert').filter({ hasText: 'It is here as “cv-zhao.pdf”' }).waitFor();
    await keepScreen(page, 'profile-documents');
    expect(await barriers(page)).toEqual([]);
    await button('Dismiss macros.docx').click();
    await button('Dismiss again.pdf').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'cv-zhao.pdf', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('cv-zhao.pdf');
  });

  it('renames, removes and brings back a document', async () => {
    await button('Rename cv.docx').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Letter of Zhao');
    await dialog
      .getByRole('combobox', { name: 'Kind' })
      .or(dialog.getByLabel('Kind', { exact: true }))
      .first()
      .click();
    await page.getByRole('option', { name: 'Letter', exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    const link = page.getByRole('link', { name: 'Letter of Zhao', exact: true });
    await link.waitFor();
    await button('Remove Letter of Zhao').click();
    await link.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await link.waitFor();
  });

  it('shows how the clock of the notice stands and records in one step that it was given', async () => {
    await visit('privacy');
    await seen('The notice is overdue by 5 days');
    await seen('Overdue by 5 days');
    await seen('Document downloaded');
    await keepScreen(page, 'profile-privacy');
    expect(await barriers(page)).toEqual([]);
    await button('Record notice').click();
    await page.getByRole('dialog').getByLabel('What was sent or said').fill('The notice, by mail.');
    await page.getByRole('dialog').getByRole('button', { name: 'Record', exact: true }).click();
    await seen(/Given on .* by Hanna Head/);
    await page.getByText('The notice is overdue').waitFor({ state: 'detached' });
  });

  it('offers the bases that the law knows, and keeps do-not-contact with its reason', async () => {
    const panel = page.getByRole('region', { name: 'Law and basis' });
    await panel.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    const pick = async (field: string, option: string): Promise<void> => {
      await dialog
        .getByRole('combobox', { name: field })
        .or(dialog.getByLabel(field, { exact: true }))
        .first()
        .click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    await pick('Law', 'PIPL');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/must be one of consent/).waitFor();
    await dialog
      .getByRole('combobox', { name: 'Legal basis' })
      .or(dialog.getByLabel('Legal basis', { exact: true }))
      .first()
      .click();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Consent', 'Public information']);
    await page.getByRole('option', { name: 'Public information', exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await panel.getByText('PIPL').waitFor();
    await button('Do not contact').click();
    await dialog.getByRole('button', { name: 'Do not contact' }).click();
    await dialog.getByText('This is needed.').waitFor();
    await dialog.getByLabel('Why not').fill('Asked by mail');
    await dialog.getByRole('button', { name: 'Do not contact' }).click();
    await seen('This person asked not to be contacted');
    await button('May be contacted again').click();
    await seen('May be contacted');
    await page.getByText('This person asked not to be contacted').waitFor({ state: 'detached' });
  });

  it('lists publications and those who wrote them too', async () => {
    await visit('publications');
    const known = page.getByRole('table', { name: 'Co-authors we know' });
    await known.getByRole('link', { name: 'Ada Lane' }).waitFor();
    expect(await known.getByRole('row').allInnerTexts()).toEqual([
      expect.stringContaining('Papers together'),
      expect.stringMatching(/Ada Lane\s+2\s+2025/),
      expect.stringMatching(/Bo Reed\s+1\s+2023/),
    ]);
    await keepScreen(page, 'profile-publications');
  });

  it('edits an affiliation where it stands, with the message beside its field and undo', async () => {
    await visit('affiliations');
    await button('Edit Northstar AI').click();
    const facts = page.getByRole('group', { name: 'Northstar AI' });
    await facts.getByRole('button', { name: /^Until/ }).click();
    await facts.getByLabel('Until').fill('2020-01-01');
    await page.keyboard.press('Enter');
    await facts.getByText(/lies before 2023-09-01/).waitFor();
    await keepScreen(page, 'profile-affiliations');
    expect(await barriers(page)).toEqual([]);
    await facts.getByLabel('Until').fill('2024-05-31');
    await page.keyboard.press('Enter');
    await seen(/Sept? 2023 – May 2024/);
    await page.keyboard.press('Control+z');
    await seen(/Sept? 2023 – now/);
    await button('Remove Northstar AI').click();
    await seen('No affiliations known');
    await seen('Affiliation removed');
    await page.keyboard.press('Control+z');
    await button('Edit Northstar AI').waitFor();
  });

  it('keeps a whole package, with what it comes to while it is typed', async () => {
    await visit('package');
    await button('Enter pay').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Base', { exact: false }).first().fill('40000');
    await dialog.getByLabel('Months a year').fill('16');
    await dialog.getByLabel('While you type').getByText('640,000').first().waitFor();
    await dialog
      .getByRole('combobox', { name: 'Months beyond 12' })
      .or(dialog.getByLabel('Months beyond 12'))
      .first()
      .click();
    await page.getByRole('option', { name: 'target' }).click();
    await dialog.getByLabel('While you type').getByText('480,000').waitFor();
    await dialog.getByRole('button', { name: 'Add a payment' }).click();
    await dialog.getByRole('group', { name: 'One-off payments 1' }).getByLabel('Amount').fill('200000');
    await dialog.getByRole('button', { name: 'Add a grant' }).click();
    const grant = dialog.getByRole('group', { name: 'Equity and plans 1' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await grant.getByText('This is needed.').waitFor();
    await grant.getByLabel('Units').fill('12000');
    await grant.getByLabel('Cliff, months').fill('60');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await grant.getByText('must lie within the vesting').waitFor();
    await keepScreen(page, 'profile-package-editor');
    expect(await barriers(page)).toEqual([]);
    await grant.getByLabel('Cliff, months').fill('12');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const current = page.getByRole('region', { name: 'Current' });
    await current.getByText('640,000').waitFor();
    await button('Enter pay').click();
    await dialog.getByRole('button', { name: 'Start from the other package' }).click();
    await dialog.getByLabel('Base', { exact: false }).first().fill('60000');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await seen('50% above current');
    await keepScreen(page, 'profile-package');
    await page.keyboard.press('Control+z');
    await button('Enter pay').waitFor();
  });

  it('stands on a phone, in the dark, in Chinese and German', async () => {
    const tabs = ['documents', 'privacy', 'publications', 'affiliations', 'package'];
    const views: [string, View, string[]][] = [
      ['phone', { width: 390, height: 844 }, tabs],
      ['dark', { scheme: 'dark' }, ['documents', 'privacy']],
      ['zh', { locale: 'zh-CN' }, ['documents', 'privacy', 'package']],
      ['de', { locale: 'de-DE' }, ['documents', 'privacy', 'package']],
    ];
    const wide: string[] = [];
    for (const [name, view, shown] of views) {
      const other = await web.signedIn(email, view);
      await other.goto('/');
      for (const tab of shown) {
        await visit(tab, other);
        await other.getByRole('tabpanel').waitFor();
        await keepScreen(other, `profile-${tab}-${name}`);
        const over = await other.evaluate(
          'document.querySelector("[role=tabpanel]").getBoundingClientRect().right > innerWidth',
        );
        if (over) wide.push(`${name} ${tab}`);
      }
      await other.context().close();
    }
    expect(wide).toEqual([]);
  }, 120_000);

  it('has met no fault', () => {
    expect(web.faults).toEqual([]);
  });
});
