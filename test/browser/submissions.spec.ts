import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { View } from './browser.js';
import { demoOwner } from './pages.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';

jest.setTimeout(120_000);

type Candidacy = { id: string; candidateId: string; candidateName: string; searchId: string };

describe('presenting people to a client', () => {
  let web: WebWorld;
  let page: Page;
  let searchId: string;

  const items = async <T>(path: string): Promise<T[]> =>
    ((await (await page.request.get(path)).json()) as { items: T[] }).items;
  const open = async (address: string, view: View): Promise<Page> => {
    const one = await web.signedIn(demoOwner, view);
    await one.goto(address);
    await settled(one);
    return one;
  };

  beforeAll(async () => {
    web = await WebWorld.ofDemo();
    page = await web.signedIn(demoOwner);
    const [search] = await items<{ id: string }>('/api/v1/searches?state=open');
    searchId = search?.id ?? '';
  }, 120_000);
  afterAll(() => web.close());

  it('asks for contact, level and permission, shows what the client will read, and records it in one go', async () => {
    await page.goto(`/searches/${searchId}/board`);
    await settled(page);
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Profile', { exact: false }).first().waitFor();
    await settled(page);
    await keepScreen(page, 'submit-en');
    await dialog.getByRole('combobox', { name: 'Disclosure level' }).click();
    await page.getByRole('option', { name: /^L1/ }).click();
    await dialog
      .locator('pre')
      .getByText(/C-[0-9A-F]{4}/)
      .waitFor();
    expect(await dialog.getByText(/Hides name, employers/).count()).toBe(1);
    await dialog.getByRole('button', { name: 'Record submission' }).click();
    expect(
      await dialog
        .getByText('This has to be filled in')
        .or(dialog.getByText(/required|needed/i))
        .count(),
    ).toBeGreaterThan(0);
    await dialog.getByRole('combobox', { name: 'Disclosure level' }).click();
    await page.getByRole('option', { name: /^L3/ }).click();
    await dialog.getByLabel('What shows it').first().fill('WeChat: yes, please send my profile.');
    await dialog.locator('pre[aria-busy=false]').waitFor();
    await keepScreen(page, 'submit-filled');
    await dialog.getByRole('button', { name: 'Record submission' }).click();
    await page
      .getByText(/is submitted to/)
      .first()
      .waitFor();
    await keepScreen(page, 'submit-recorded');
    const [latest] = await items<{ level: string; state: string }>('/api/v1/submissions?sort=-occurredAt&limit=1');
    expect(latest).toMatchObject({ level: 'L3', state: 'protected' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone').first().waitFor();
    const [after] = await items<{ state: string }>('/api/v1/submissions?sort=-occurredAt&limit=1');
    expect(after?.state).toBe('voided');
  });

  it('goes through several people, one after the other', async () => {
    await page.goto(`/searches/${searchId}/board?as=list`);
    await settled(page);
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('checkbox').nth(2).check();
    await page.getByRole('toolbar').getByRole('button', { name: 'Submit to the client' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/1 of 2$/).waitFor();
    await dialog.getByRole('button', { name: 'Skip' }).click();
    await dialog.getByText(/2 of 2$/).waitFor();
    await dialog.getByRole('button', { name: 'Skip' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('lists who is protected, takes the client’s answer, and keeps the filter in the address', async () => {
    await page.goto('/submissions');
    await settled(page);
    await keepScreen(page, 'submissions-en');
    await page.goto('/submissions?state=protected&sort=protectedUntil');
    await settled(page);
    const actions = page.getByRole('button', { name: /^Actions for the submission/ });
    const before = await actions.count();
    await actions.first().click();
    await page.getByRole('menuitem', { name: 'Client knew the person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Where the client had the person from').fill('Applied on the career page');
    await dialog.getByRole('button', { name: 'Record the answer' }).click();
    await dialog.getByText(/14 days after the submission/).waitFor();
    await keepScreen(page, 'answer-late');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await actions.count()).toBe(before);
  });

  it('is the same in Chinese, in the dark and on a phone', async () => {
    const board = `/searches/${searchId}/board`;
    const views: [string, View][] = [
      ['de-dark', { locale: 'de-DE', scheme: 'dark' }],
      ['phone-zh-dark', { width: 390, height: 844, locale: 'zh-CN', scheme: 'dark' }],
    ];
    for (const [name, view] of views) {
      const one = await open('/submissions', view);
      await keepScreen(one, `submissions-${name}`);
      await one.goto(`/searches/${searchId}?tab=submissions`);
      await settled(one);
      await keepScreen(one, `search-submissions-${name}`);
      for (const part of ['reportTemplates', 'payPlaces']) {
        await one.goto(`/settings/${part}`);
        await settled(one);
        await keepScreen(one, `settings-${part}-${name}`);
      }
      await one.goto(board);
      await settled(one);
      await one.keyboard.press('j');
      await one.keyboard.press('s');
      await one.getByRole('dialog').locator('pre').waitFor();
      await settled(one);
      await keepScreen(one, `submit-${name}`);
      const wide = await one.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect([name, wide <= 0]).toEqual([name, true]);
      await one.context().close();
    }
  });

  it('says on a profile that current pay is not asked for where the search bans it', async () => {
    const [banned] = await items<{ id: string; country: string }>('/api/v1/searches?state=open&limit=100').then((all) =>
      all.filter(({ country }) => ['Germany', 'France'].includes(country)),
    );
    const some = banned?.id ?? searchId;
    if (!banned)
      await page.request.post('/api/v1/pay-places', {
        data: { name: 'Here', words: ['China', 'United States'], banned: true },
      });
    const [candidacy] = await items<Candidacy>(`/api/v1/searches/${some}/candidacies?exited=false&limit=1`);
    await page.goto(`/candidates/${candidacy?.candidateId}?tab=package`);
    await page.getByText('Do not ask for current pay').waitFor();
    await settled(page);
    await keepScreen(page, 'pay-ban');
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
