import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Agency } from '../support/agency.js';
import type { View } from './browser.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';

jest.setTimeout(120_000);

const owner = 'owner@limits.example';
const headhunter = 'han@limits.example';
const views: Record<string, View> = {
  '-dark': { scheme: 'dark' },
  '-zh-phone-dark': { locale: 'zh-CN', width: 390, height: 844, scheme: 'dark' },
};

describe('who is off-limits', () => {
  let web: WebWorld;
  let agency: Agency;
  let clientId: string;
  let page: Page;
  let search: { id: string; stages: string[] };
  let ada: string;

  beforeAll(async () => {
    web = await WebWorld.open();
    agency = await web.found('limits');
    await web.addHeadhunter(agency, 'Han Lin', headhunter);
    const client = await agency.organization({ name: 'Northstar AI' });
    clientId = client.id;
    const lab = await agency.organization({ name: 'Northstar Research', kind: 'lab', parent_id: client.id });
    await agency.search({
      title: 'Head of Inference',
      organization_id: client.id,
      off_limits_organization_id: client.id,
    });
    search = await agency.search({ title: 'Lead, Pre-training' });
    await agency.insert('target', { search_id: search.id, organization_id: client.id });
    ada = (
      await agency.candidate({
        display_name: 'Ada Arden',
        current_organization_id: lab.id,
        current_title: 'Researcher',
      })
    ).id;
    const bo = (await agency.candidate({ display_name: 'Bo Berg', current_organization_id: client.id })).id;
    const cleo = (await agency.candidate({ display_name: 'Cleo Chen' })).id;
    for (const [candidate_id, organization_id] of [
      [ada, lab.id],
      [bo, client.id],
    ]) {
      await agency.insert('affiliation', {
        candidate_id,
        organization_id,
        type: 'employment',
        started_on: '2024-01-01',
      });
    }
    await agency.insert('off_limits_policy', {
      candidate_id: bo,
      level: 'warn',
      reason: 'own_decision',
      note: 'Ask Hanna',
    });
    for (const candidate_id of [ada, bo, cleo]) await agency.candidacy({ search_id: search.id, candidate_id });
  }, 90_000);
  afterAll(() => web.close());

  const open = async (email: string, address: string, view: View = {}): Promise<void> => {
    page = await web.signedIn(email, view);
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await settled(page);
  };
  const moveAda = async (): Promise<void> => {
    await page.locator('[data-card][aria-label^="Ada"]').focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'contacted' }).click();
  };

  it('is told on the card, in the list and on the profile, in words', async () => {
    await open(headhunter, `/searches/${search.id}/board`);
    const card = (name: string) => page.locator(`[data-card][aria-label^="${name}"]`);
    await card('Ada').getByText('Off-limits').waitFor();
    await card('Bo').getByText('Take care').waitFor();
    expect(
      await card('Cleo')
        .getByText(/Off-limits|Take care/)
        .count(),
    ).toBe(0);
    await page.goto('/candidates');
    await page
      .getByRole('row', { name: /Ada Arden/ })
      .getByText('Off-limits')
      .waitFor();
    await page.goto(`/candidates/${ada}`);
    const banner = page.getByRole('alert').filter({ hasText: 'do not approach' });
    await banner
      .getByText(/Agreement with the client · works at Northstar Research · policy on Northstar AI/)
      .waitFor();
    await banner.getByText(/Lifted when/).waitFor();
    expect(await banner.getByRole('button', { name: 'Override' }).count()).toBe(0);
  });

  it('asks the board once about all of its people', async () => {
    page = await web.signedIn(headhunter);
    const asked: string[] = [];
    page.on(
      'request',
      (request) => request.url().endsWith('/off-limits/check') && asked.push(request.postData() ?? ''),
    );
    await page.goto(`/searches/${search.id}/board`);
    await page.getByText('Off-limits').first().waitFor();
    await settled(page);
    expect(asked.map((body) => (JSON.parse(body) as { candidateIds: string[] }).candidateIds.length)).toEqual([3]);
  });

  it('refuses a headhunter’s move with the reason and who may lift it, and the card is back', async () => {
    await open(headhunter, `/searches/${search.id}/board`);
    await moveAda();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Ada Arden is off-limits').waitFor();
    await dialog.getByText(/Ask an owner or admin/).waitFor();
    await keepScreen(page, 'off-limits-refused');
    await page.keyboard.press('Escape');
    await page
      .getByRole('region', { name: /^longlist,/ })
      .getByText('Ada Arden')
      .waitFor();
  });

  it('keeps what was typed in a log that is refused', async () => {
    await open(headhunter, `/candidates/${ada}`);
    await page.keyboard.press('l');
    const form = page.getByRole('dialog', { name: /Ada Arden/ });
    await form.getByText('Off-limits: do not approach').waitFor();
    await form.getByLabel('What was said').or(form.locator('textarea')).first().fill('Rang twice');
    await form.getByRole('button', { name: 'Log contact' }).or(form.locator('button[type=submit]')).first().click();
    await page.getByText(/Ask an owner or admin/).waitFor();
    await page.getByRole('button', { name: 'Understood' }).click();
    expect(await form.locator('textarea').first().inputValue()).toBe('Rang twice');
  });

  it('lets an owner override with a reason, which does the move', async () => {
    await open(owner, `/searches/${search.id}/board`);
    await moveAda();
    const dialog = page.getByRole('dialog', { name: /Override/ });
    await dialog.getByRole('button', { name: 'Override and go on' }).click();
    await dialog
      .getByText(/required|needed/i)
      .first()
      .waitFor();
    await dialog.locator('textarea').fill('Released in writing');
    await keepScreen(page, 'off-limits-override');
    await dialog.getByRole('button', { name: 'Override and go on' }).click();
    await page
      .getByRole('region', { name: /^contacted,/ })
      .getByText('Ada Arden')
      .waitFor();
    await page.locator('[data-card][aria-label^="Ada"]').getByText('Take care').waitFor();
  });

  it('counts the blocked universe and lists who it is', async () => {
    await open(headhunter, `/searches/${search.id}/board`);
    await page.getByRole('button', { name: '0 of 2 off-limits' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Bo Berg').waitFor();
    await dialog.getByText(/overridden, so this only warns/).waitFor();
  });

  it('is set, ended and brought back in the settings', async () => {
    await open(headhunter, '/settings/offLimits');
    await page.getByRole('button', { name: 'New policy' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: 'Organization' })
      .or(dialog.getByLabel('Organization'))
      .first()
      .fill('North');
    await page.getByRole('option', { name: 'Northstar AI' }).click();
    await dialog.locator('textarea').fill('By word of the founder');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('By word of the founder').waitFor();
    await page.getByRole('button', { name: 'End: Northstar AI' }).click();
    await page.getByText('The policy is ended').first().waitFor();
    await page.getByRole('button', { name: 'Bring back: Northstar AI' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'End: Northstar AI' }).waitFor();
  });

  it('looks right in both languages and schemes, wide and narrow', async () => {
    const cleo = (await agency.candidate({ display_name: 'Dora Diaz', native_name: '狄多拉' })).id;
    await agency.insert('off_limits_policy', {
      candidate_id: cleo,
      level: 'block',
      reason: 'court_order',
      ends_on: '2030-01-31',
    });
    for (const [name, view] of Object.entries(views)) {
      for (const [what, address] of Object.entries({
        board: `/searches/${search.id}/board`,
        profile: `/candidates/${cleo}`,
        settings: '/settings/offLimits',
        organization: `/organizations/${clientId}?tab=offLimits`,
        candidates: '/candidates',
      })) {
        await open(owner, address, view);
        await keepScreen(page, `off-limits-${what}${name}`);
        if (what === 'board') {
          await page.getByRole('button', { name: /off-limits$|禁挖$/ }).click();
          await page.getByRole('dialog').getByText('Bo Berg').waitFor();
          await settled(page);
          await keepScreen(page, `off-limits-universe${name}`);
        }
        if (what === 'settings') {
          await page.getByRole('button', { name: /New policy|新建规则/ }).click();
          await page.getByRole('dialog').waitFor();
          await settled(page);
          await keepScreen(page, `off-limits-policy${name}`);
        }
        await page.context().close();
      }
    }
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
