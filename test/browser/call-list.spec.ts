import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';

jest.setTimeout(90_000);

describe('a day of calls by keyboard', () => {
  let web: WebWorld;
  let page: Page;

  beforeAll(async () => {
    web = await WebWorld.open();
    await web.found('calls', 'Carla Caller');
    page = await web.signedIn('owner@calls.example');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/');
    await page.locator('#main').waitFor();
  }, 60_000);
  afterAll(() => web.close());

  const post = <T>(path: string, body: object): Promise<T> =>
    page.evaluate(
      async ([url, json]) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(`/api/v1/${url}`, { method: 'POST', headers, body: json });
        if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
        return (await answer.json()) as T;
      },
      [path, JSON.stringify(body)] as const,
    );
  const get = <T>(path: string): Promise<T[]> =>
    page.evaluate(async (url) => ((await (await fetch(`/api/v1/${url}`)).json()) as { items: T[] }).items, path);
  /** Presses the keys one after the other; answers how many there were after the first. */
  const press = async (...keys: string[]): Promise<number> => {
    for (const key of keys) await page.keyboard.press(key);
    return keys.length - 1;
  };
  const person = (name: string) => page.getByRole('heading', { level: 2, name }).waitFor();

  it('makes a call list of a view by one key, and shows the first person with channels and hook', async () => {
    const { id: organizationId } = await post<{ id: string }>('organizations', { kind: 'lab', name: 'Deepsea AI' });
    for (const [displayName, phone] of [
      ['Ada Arden', '+44 20 7946 0101'],
      ['Bo Berg', '+44 20 7946 0102'],
      ['Cleo Cheng', '+44 20 7946 0103'],
      ['Dora Dunn', '+44 20 7946 0104'],
    ]) {
      const { id } = await post<{ id: string }>('candidates', {
        displayName,
        city: 'London',
        channels: [
          { kind: 'phone', value: phone },
          { kind: 'wechat', value: `wx_${phone?.slice(-3)}` },
        ],
        affiliation: { organizationId, type: 'employment', title: 'Research scientist' },
        ...(displayName === 'Dora Dunn' && { doNotContact: true, doNotContactReason: 'Asked by mail' }),
      });
      await post('notes', {
        subjectType: 'candidate',
        subjectId: id,
        visibility: 'agency',
        body: 'Moves for compute, not for pay.',
        pinned: true,
      });
    }
    await page.goto('/candidates?city=London&sort=displayName');
    await page.getByRole('link', { name: 'Ada Arden' }).waitFor();
    await press('p');
    await page.waitForURL(/\/call-lists\/[0-9a-f-]{36}/);
    await person('Ada Arden');
    await page.getByText('Moves for compute').waitFor();
    await page.getByText('1 of 4', { exact: true }).waitFor();
    await keepScreen(page, '14-call-list');
  });

  it('copies the first channel and the WeChat id by one key', async () => {
    const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
    await press('y');
    await page.getByText('Copied: +44 20 7946 0101').first().waitFor();
    expect(await clipboard()).toBe('+44 20 7946 0101');
    await press('w');
    await page.getByText('Copied: wx_101').first().waitFor();
    expect(await clipboard()).toBe('wx_101');
  });

  it('logs a call with outcome and follow-up in 3 keys after the first, and goes on', async () => {
    const keys = await press('3', 'd', 'Enter');
    await person('Bo Berg');
    expect(keys).toBeLessThanOrEqual(3);
    await page.getByText('Logged: Ada Arden').first().waitFor();
    const [log] = await get<{ candidateName: string; outcome: string; followUpDueOn: string }>('contact-log');
    const tomorrow = await page.evaluate(() => new Date(Date.now() + 86_400_000).toLocaleDateString('sv'));
    expect(log).toMatchObject({ candidateName: 'Ada Arden', outcome: 'talked', followUpDueOn: tomorrow });
  });

  it('asks for the outcome before it saves, and keeps what was typed over a change of person', async () => {
    await press('n');
    await page.keyboard.type('Calls back in spring.');
    await press('Enter');
    await page.getByText('Choose how it went').waitFor();
    await press('j');
    await person('Cleo Cheng');
    await press('k');
    await person('Bo Berg');
    expect(await page.getByLabel('What was said').inputValue()).toBe('Calls back in spring.');
    await press('5', 'f', 'Enter');
    await person('Cleo Cheng');
    await page.getByText('Logged: Bo Berg').first().waitFor();
    const [log] = await get<{ text: string; outcome: string }>('contact-log');
    expect(log).toMatchObject({ text: 'Calls back in spring.', outcome: 'not_now' });
  });

  it('skips, takes that back, and stays with who asked not to be contacted', async () => {
    await press('s');
    await person('Dora Dunn');
    await page.getByText('Skipped: Cleo Cheng').first().waitFor();
    await press('Control+z');
    await person('Cleo Cheng');
    await press('s');
    await person('Dora Dunn');
    await page.getByText('asked not to be contacted').first().waitFor();
    expect(await page.getByRole('button', { name: 'Save and next' }).isDisabled()).toBe(true);
    await press('3', 'Enter');
    await page.getByRole('alert').filter({ hasText: 'asked not to be contacted' }).first().waitFor();
    await keepScreen(page, '15-call-list-refused');
    await page.getByLabel('They reached out to us').check();
    await press('Enter');
    await page.getByRole('heading', { name: 'Everyone on this list is done' }).waitFor();
  });

  it('takes a logged call back by one key: the person is back with what was filled in, and on the longlist again', async () => {
    const { id: organizationId } = await post<{ id: string }>('organizations', { kind: 'company', name: 'Northwind' });
    const search = await post<{ id: string; stages: { id: string; group: string }[] }>('searches', {
      organizationId,
      title: 'Head of inference',
      type: 'retained',
    });
    const candidateIds = await Promise.all(
      ['Erin Eze', 'Finn Frost'].map(
        async (displayName) => (await post<{ id: string }>('candidates', { displayName })).id,
      ),
    );
    await post(`searches/${search.id}/candidacies`, { candidateIds });
    const stageNow = async (): Promise<string[]> =>
      (await get<{ candidateName: string; group: string }>(`searches/${search.id}/candidacies`)).flatMap((one) =>
        one.candidateName === 'Erin Eze' ? [one.group] : [],
      );
    const stageId = search.stages.find(({ group }) => group === 'longlist')?.id;
    const { id } = await post<{ id: string }>('call-lists', {
      source: { kind: 'stage', searchId: search.id, stageId },
    });
    await page.goto(`/call-lists/${id}`);
    await person('Erin Eze');
    await press('n');
    await page.keyboard.type('Wants to hear of the cluster.');
    await press('Escape', '3', 'd', 'Enter');
    await person('Finn Frost');
    await page.getByText('Logged: Erin Eze').first().waitFor();
    expect(await stageNow()).toEqual(['contacted']);

    await press('Control+z');
    await person('Erin Eze');
    await page.getByText('Undone', { exact: true }).waitFor();
    expect(await page.getByLabel('What was said').inputValue()).toBe('Wants to hear of the cluster.');
    expect(await page.getByRole('radio', { name: 'Talked' }).isChecked()).toBe(true);
    expect(await stageNow()).toEqual(['longlist']);
    await page.getByText('Never contacted so far').waitFor();
    await settled(page);
    await keepScreen(page, '15-call-taken-back');
    await page.goto(`/searches/${search.id}/board`);
    await page.getByRole('list', { name: 'Longlist' }).getByRole('listitem', { name: 'Erin Eze' }).waitFor();

    await page.goto(`/call-lists/${id}`);
    await person('Erin Eze');
    await press('Enter');
    await person('Finn Frost');
    await page.getByText('Logged: Erin Eze').first().waitFor();
    expect(await stageNow()).toEqual(['contacted']);
  });

  it('takes back a contact logged in the dialog; the timeline keeps it, struck through', async () => {
    const [finn] = await get<{ id: string }>('candidates?q=Finn');
    await page.goto(`/candidates/${finn?.id}`);
    await page.getByRole('heading', { level: 1, name: 'Finn Frost' }).waitFor();
    await press('l');
    await page.getByRole('dialog').getByRole('button', { name: 'Save contact' }).click();
    await page.getByText('Logged: Finn Frost').first().waitFor();
    await press('Control+z');
    await page.getByText('Undone', { exact: true }).waitFor();
    const struck = page.locator('[data-voided]').filter({ hasText: 'Talked' });
    await struck.waitFor();
    expect((await struck.innerText()).includes('Phone')).toBe(true);
    await settled(page);
    await keepScreen(page, '16-contact-taken-back');
  });

  it('shows that a pasted person is here already, before anything is saved', async () => {
    await post('candidates', { displayName: 'Hong Zhao', identifiers: [{ kind: 'github', value: 'zhao-hong' }] });
    await press('Shift+C');
    await page.getByLabel('Paste a profile').fill('github.com/zhao-hong');
    await page.getByText('The same person').waitFor();
    await keepScreen(page, '17-quick-add-known');
    await press('Control+Enter');
    await page.waitForURL(/\/candidates\/[0-9a-f-]{36}/);
    expect(await get('candidates?q=Hong')).toHaveLength(1);
  });

  it('offers in the palette what was opened last, before anything is typed', async () => {
    await page.getByRole('heading', { level: 1, name: 'Hong Zhao' }).waitFor();
    await page.waitForTimeout(1_500);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await press('Control+k');
    await page.getByRole('option', { name: /Hong Zhao/ }).waitFor();
    await keepScreen(page, '18-palette-recents');
    await press('Enter');
    await page.waitForURL(/\/candidates\/[0-9a-f-]{36}/);
  });

  it('shows the open call list on home, to go on with at once', async () => {
    await post('call-lists', { source: { kind: 'view', filters: { city: 'London', sort: 'displayName' } } });
    await page.goto('/');
    await page.getByRole('heading', { level: 3, name: 'Ada Arden' }).waitFor();
    await settled(page);
    await keepScreen(page, '19-home');
    await press('1', 'Enter');
    await page.getByRole('heading', { level: 3, name: 'Bo Berg' }).waitFor();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
