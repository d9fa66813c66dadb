import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { closeAll, go } from './pages.js';
import { WebWorld } from './web-world.js';
import { wordsOf } from './words.js';

jest.setTimeout(120_000);

const t = wordsOf('en');
const typed = 'Calls back in spring';

describe('what was typed', () => {
  let web: WebWorld;
  let page: Page;
  let profile: string;
  let board: string;

  beforeAll(async () => {
    web = await WebWorld.open({}, /status of (4\d\d|503)|ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
    const agency = await web.found('lost');
    const { id } = await agency.candidate({ display_name: 'Zhao Hong' });
    const search = await agency.search({ title: 'Head of reasoning' });
    for (const name of ['Ada Lane', 'Bo Reed']) {
      const candidate = await agency.candidate({ display_name: name });
      await agency.candidacy({ search_id: search.id, candidate_id: candidate.id });
    }
    profile = `/candidates/${id}`;
    board = `/searches/${search.id}/board`;
    page = await web.signedIn('owner@lost.example');
    await page.goto('/');
  }, 60_000);
  afterAll(() => web.close());

  const dialog = (): Locator => page.getByRole('dialog');
  const press = (name: string): Promise<void> => dialog().getByRole('button', { name, exact: true }).click();

  describe('stays when the input is refused, with the message beside its field and the focus there', () => {
    const forms: [form: string, address: () => string, keys: string[], kept: string, submit: string][] = [
      ['a new candidate', () => '/candidates?create=true', [], 'city', t('candidates.create')],
      ['a new organization', () => '/organizations?create=true', [], 'city', t('organizations.create')],
      ['a new search', () => '/searches?create=true', [], 'city', t('searches.create')],
      ['quick add', () => '/', ['Shift+C'], 'title', t('quickAdd.save')],
      ['an exit', () => board, ['j', 'q'], 'note', t('candidacies.exit.submit')],
    ];
    it.each(forms)('%s', async (_, address, keys, kept, submit) => {
      await go(page, address());
      for (const key of keys) await page.keyboard.press(key);
      await dialog().waitFor();
      await dialog().locator(`[data-path=${kept}]`).fill(typed);
      await press(submit);
      const refused = dialog().locator('[aria-invalid=true]:focus');
      await refused.waitFor();
      const described = (await refused.getAttribute('aria-describedby')) ?? '';
      const messages = described.split(' ').map((id) => dialog().locator(`[id="${id}"]`).innerText());
      expect((await Promise.all(messages)).join(' ')).toContain(t('ui.required'));
      expect(await dialog().locator(`[data-path=${kept}]`).inputValue()).toBe(typed);
      await closeAll(page);
    });
  });

  describe.each([
    ['when the connection is gone', () => page.context().setOffline(true), () => page.context().setOffline(false)],
    [
      'when the server fails',
      () =>
        page.route('**/api/v1/**', (route) =>
          route.request().method() === 'GET' ? route.continue() : route.fulfill({ status: 503, body: '' }),
        ),
      () => page.unrouteAll(),
    ],
  ])('stays %s, and is sent by trying again', (_, fail, mend) => {
    /** Tries what must fail, finds the text kept, mends the line and tries again. */
    const tried = async (send: () => Promise<void>, said: Locator, kept: () => Promise<string>): Promise<void> => {
      await fail();
      await send();
      await said.first().waitFor();
      expect(await kept()).toContain(typed);
      await mend();
      await send();
    };
    const formTried = async (submit: string, path: string): Promise<void> => {
      const field = dialog().locator(`[data-path=${path}]`);
      await field.fill(typed);
      await tried(
        () => press(submit),
        dialog().getByRole('alert'),
        () => field.inputValue(),
      );
      await dialog().waitFor({ state: 'detached' });
    };

    it('in the note', async () => {
      await go(page, profile);
      const field = page.getByRole('textbox', { name: t('notes.write') });
      await field.click();
      await page.keyboard.insertText(typed);
      await tried(
        async () => {
          await field.click();
          await page.keyboard.press('Control+Enter');
        },
        page.getByRole('button', { name: t('notes.retry') }),
        () => field.innerText(),
      );
      await page.getByText(t('notes.saved')).first().waitFor();
    });

    it('in quick add', async () => {
      await go(page, '/');
      await page.keyboard.press('Shift+C');
      await dialog().waitFor();
      await formTried(t('quickAdd.save'), 'displayName');
    });

    it('in the form of a candidate', async () => {
      await go(page, '/candidates?create=true', { ready: '[role=dialog]' });
      await formTried(t('candidates.create'), 'displayName');
    });

    it('in the exit', async () => {
      await go(page, board, { ready: '[data-card]' });
      await page.keyboard.press('j');
      await page.keyboard.press('q');
      await dialog().waitFor();
      await dialog()
        .getByRole('combobox', { name: t('candidacies.exit.reason') })
        .click();
      await page.getByRole('option').first().click();
      await formTried(t('candidacies.exit.submit'), 'note');
    });

    it('in a fact edited in place', async () => {
      await go(page, profile);
      await page.getByRole('button', { name: /^City/ }).click();
      const field = page.getByRole('textbox', { name: 'City' });
      await field.fill(typed);
      await tried(
        () => field.press('Enter'),
        page.locator('[aria-invalid=true]'),
        () => field.inputValue(),
      );
      await page.getByRole('button', { name: `City ${typed}` }).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByRole('button', { name: `City ${typed}` }).waitFor({ state: 'detached' });
    });
  });

  it('stays when a part of the page cannot be had', async () => {
    const other = await web.signedIn('owner@lost.example');
    await other.route('**/assets/quick-add*', (route) => route.abort());
    await other.goto(profile);
    const field = other.getByRole('textbox', { name: t('notes.write') });
    await field.click();
    await other.keyboard.insertText(typed);
    await other.keyboard.press('Escape');
    await other.keyboard.press('Shift+C');
    await other.getByText(t('app.error.failed')).first().waitFor();
    expect(await field.innerText()).toContain(typed);
    await other.context().close();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
