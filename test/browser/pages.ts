import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';

export const demoOwner = 'owner@demo.longlist.example';

/** Something that opens over a page: the keys, then the button that open it. */
export type Overlay = { press?: string[]; click?: string | RegExp };

export type Shown = {
  /** `ID` stands for the first row that the API answers at `first`. */
  path: string;
  first?: string;
  /** Which id of that row; its own where absent. */
  field?: string;
  /** What is there when the page is. */
  ready?: string;
  /** The name of what one comes to the page to do. */
  action?: string | RegExp;
  overlays?: Record<string, Overlay>;
};

const candidate = { first: '/api/v1/candidates?q=Zh' };
const open = { first: '/api/v1/searches?state=open' };
const approached = { first: '/api/v1/poaching-attempts?open=true', field: 'candidateId' };
const saying = /^What happened with/;
const google = { first: '/api/v1/organizations?q=Google' };

/** Every address of the web for who is signed in. */
export const pages: Record<string, Shown> = {
  home: {
    path: '/',
    action: 'New task',
    overlays: {
      palette: { press: ['Control+k'] },
      help: { press: ['?'] },
      create: { press: ['c'] },
      'quick-add': { press: ['Shift+C'] },
      notices: { press: ['g', 'n'] },
      account: { click: /^Your account/ },
      task: { click: 'New task' },
      'put-off': { click: /^Put off/ },
    },
  },
  candidates: {
    path: '/candidates',
    action: 'Create',
    overlays: {
      filters: { click: 'Filter' },
      columns: { click: 'Columns' },
      export: { click: 'Export' },
      peek: { press: ['j', 'Space'] },
      'bulk-task': { press: ['Shift+X'], click: 'Task' },
    },
  },
  'candidates-new': { path: '/candidates?create=true', ready: '[role=dialog]', action: 'Add candidate' },
  candidate: {
    path: '/candidates/ID',
    ...candidate,
    action: 'Log contact',
    overlays: {
      log: { press: ['l'] },
      message: { press: ['r'] },
      'add-to-search': { press: ['a'] },
      channel: { click: 'Add a channel' },
      note: { click: 'Actions of the note' },
    },
  },
  'candidate-affiliations': {
    path: '/candidates/ID?tab=affiliations',
    ...candidate,
    action: 'Add an affiliation',
    overlays: { add: { click: 'Add an affiliation' } },
  },
  'candidate-publications': { path: '/candidates/ID?tab=publications', ...candidate },
  'candidate-searches': { path: '/candidates/ID?tab=searches', ...candidate },
  'candidate-attempts': { path: '/candidates/ID?tab=attempts', ...approached, overlays: { say: { click: saying } } },
  'candidate-tasks': { path: '/candidates/ID?tab=tasks', ...candidate, action: 'New task' },
  'candidate-package': {
    path: '/candidates/ID?tab=package',
    first: '/api/v1/candidates?hasPackage=true',
    overlays: { covenant: { click: 'Add a covenant' } },
  },
  'candidate-documents': { path: '/candidates/ID?tab=documents', ...candidate, action: 'choose files' },
  'candidate-privacy': {
    path: '/candidates/ID?tab=privacy',
    first: '/api/v1/candidates',
    action: 'Record notice',
    overlays: { notice: { click: 'Record notice' }, law: { click: 'Change' } },
  },
  organizations: { path: '/organizations', action: 'Create', overlays: { filters: { click: 'Filter' } } },
  'organizations-new': { path: '/organizations?create=true', ready: '[role=dialog]', action: 'Create organization' },
  organization: { path: '/organizations/ID', ...google, overlays: { round: { click: 'Add a round' } } },
  'organization-chart': {
    path: '/organizations/ID?tab=chart',
    ...google,
    action: 'Add a position',
    overlays: { position: { click: 'Add a position' }, box: { click: /^Actions for/ } },
  },
  'organization-people': { path: '/organizations/ID?tab=people', ...google },
  'organization-levels': {
    path: '/organizations/ID?tab=levels',
    ...google,
    action: 'Change the levels',
    overlays: { change: { click: 'Change the levels' } },
  },
  'organization-contacts': {
    path: '/organizations/ID?tab=contacts',
    first: '/api/v1/contacts',
    field: 'organizationId',
    action: 'Add a contact',
    overlays: { add: { click: 'Add a contact' }, log: { click: 'Log a contact' } },
  },
  'organization-off-limits': {
    path: '/organizations/ID?tab=offLimits',
    ...google,
    action: 'New policy',
    overlays: { add: { click: 'New policy' } },
  },
  'candidate-off-limits': {
    path: '/candidates/ID',
    first: '/api/v1/off-limits-policies?source=made&level=block&reason=own_decision',
    field: 'candidateId',
    action: 'Override',
    overlays: { override: { click: 'Override' }, log: { press: ['l'] } },
  },
  searches: { path: '/searches', action: 'Create', overlays: { filters: { click: 'Filter' } } },
  'searches-new': { path: '/searches?create=true', ready: '[role=dialog]', action: 'Open search' },
  search: {
    path: '/searches/ID',
    ...open,
    action: 'State',
    overlays: { state: { click: 'State' }, fee: { click: 'Change the fee' } },
  },
  poaching: { path: '/poaching', action: 'Filter', overlays: { say: { click: saying }, filters: { click: 'Filter' } } },
  'poaching-rates': { path: '/poaching?show=rates&by=hook' },
  'search-targets': {
    path: '/searches/ID?tab=targets',
    ...open,
    action: 'Add a target',
    overlays: { add: { click: 'Add a target' } },
  },
  'search-stages': {
    path: '/searches/ID?tab=pipeline',
    ...open,
    action: 'Add a stage',
    overlays: { add: { click: 'Add a stage' } },
  },
  'search-submissions': { path: '/searches/ID?tab=submissions', first: '/api/v1/submissions', field: 'searchId' },
  submissions: {
    path: '/submissions',
    overlays: { filters: { click: 'Filter' }, actions: { click: /^Actions for the submission/ } },
  },
  board: {
    path: '/searches/ID/board',
    ...open,
    action: 'Add people',
    overlays: {
      move: { press: ['j', 'm'] },
      exit: { press: ['j', 'q'] },
      submit: { press: ['j', 's'] },
      add: { click: 'Add people' },
      'next-action': { click: 'Set next action' },
      'call-list': { click: 'Call list' },
      filters: { click: 'Filter' },
      'blocked-universe': { click: /off-limits$/ },
    },
  },
  'board-list': { path: '/searches/ID/board?as=list', ...open, action: 'Add people' },
  'call-list': { path: '/call-lists/ID', first: '/api/v1/call-lists', action: 'Save and next' },
  offers: { path: '/offers', overlays: { filters: { click: 'Filter' } } },
  offer: { path: '/offers/ID', first: '/api/v1/offers?state=extended', action: 'Take back' },
  fees: { path: '/fees', overlays: { filters: { click: 'Filter' } } },
  comparison: {
    path: '/candidacies/ID/compare',
    first: '/api/v1/offers?state=extended',
    field: 'candidacyId',
    action: /^(Make an offer|Expect a counteroffer)$/,
    overlays: { counteroffer: { click: 'Expect a counteroffer' } },
  },
  imports: { path: '/imports', action: 'Import a file' },
  'imports-new': { path: '/imports?create=true', ready: '[role=dialog]' },
  import: { path: '/imports/ID', first: '/api/v1/imports' },
  'settings-account': { path: '/settings/account', action: 'Change the password' },
  'settings-agency': { path: '/settings/agency' },
  'settings-users': {
    path: '/settings/users',
    action: 'Invite a colleague',
    overlays: { invite: { click: 'Invite a colleague' } },
  },
  'settings-pipelines': {
    path: '/settings/pipelines',
    action: 'New pipeline',
    overlays: { add: { click: 'New pipeline' } },
  },
  'settings-families': { path: '/settings/roleFamilies', overlays: { change: { click: /^Change/ } } },
  'settings-tags': { path: '/settings/tags', action: 'Add' },
  'settings-fields': { path: '/settings/customFields', action: 'New field', overlays: { add: { click: 'New field' } } },
  'settings-ladder': {
    path: '/settings/ladder',
    action: 'Change the ladder',
    overlays: { change: { click: 'Change the ladder' } },
  },
  'settings-templates': {
    path: '/settings/noteTemplates',
    action: 'New template',
    overlays: { add: { click: 'New template' } },
  },
  'settings-messages': {
    path: '/settings/messageTemplates',
    action: 'New template',
    overlays: { add: { click: 'New template' } },
  },
  'settings-report-forms': {
    path: '/settings/reportTemplates',
    action: 'New form',
    overlays: { add: { click: 'New form' } },
  },
  'settings-pay-places': {
    path: '/settings/payPlaces',
    action: 'Add a place',
    overlays: { add: { click: 'Add a place' } },
  },
  'settings-rates': {
    path: '/settings/exchangeRates',
    action: 'Enter a rate',
    overlays: { add: { click: 'Enter a rate' } },
  },
  'settings-off-limits': {
    path: '/settings/offLimits',
    action: 'New policy',
    overlays: { add: { click: 'New policy' }, change: { click: /^Change:/ } },
  },
  'settings-keys': { path: '/settings/apiKeys', action: 'Make a key', overlays: { add: { click: 'Make a key' } } },
  'settings-exports': { path: '/settings/exports' },
  'settings-audit': { path: '/settings/audit' },
  nowhere: { path: '/nothing-here' },
};

/** Pages for those who are not signed in. */
export const outside: Record<string, Shown> = {
  'sign-in': { path: '/sign-in', action: 'Sign in' },
  'forgotten-password': { path: '/forgotten-password' },
  'reset-password': { path: '/reset-password?token=x' },
  invitation: { path: '/invitation?token=x' },
  welcome: { path: '/welcome?token=x' },
};

/** The paths of these pages, all unless said, with the ids of rows that the user of this page sees. */
export async function addressesFor(
  page: Page,
  names: readonly string[] = Object.keys(pages),
): Promise<Record<string, string>> {
  const answers = new Map<string, Promise<string>>();
  const firstOf = async (asked: string, field: string): Promise<string> => {
    const answer = await page.request.get(asked);
    const { items } = (await answer.json()) as { items: Record<string, string>[] };
    const id = items[0]?.[field];
    if (id === undefined) throw new Error(`${asked} has no row`);
    return id;
  };
  const shown = Object.entries(pages).filter(([name]) => names.includes(name));
  const entries = shown.map(async ([name, { path, first, field = 'id' }]): Promise<[string, string]> => {
    if (first === undefined) return [name, path];
    const asked = `${first} ${field}`;
    const id = answers.get(asked) ?? firstOf(first, field);
    answers.set(asked, id);
    return [name, path.replace('ID', await id)];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Goes to the address as a link would, without loading the web anew, and waits until nothing loads any more. */
export async function go(page: Page, address: string, { ready = 'h1' }: Pick<Shown, 'ready'> = {}): Promise<void> {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(address)})`);
  await settled(page);
  await page.locator(ready).first().waitFor();
  await settled(page);
}

const overlays = '[role=dialog], [role=menu], [role=listbox], aside[aria-label]';

/** Opens something over the page and answers it. */
export async function openOver(page: Page, { press = [], click }: Overlay): Promise<Locator> {
  for (const key of press) await page.keyboard.press(key);
  if (click !== undefined)
    await page.getByRole('button', { name: click, exact: true }).first().click({ timeout: 5_000 });
  const shown = page.locator(overlays).filter({ visible: true });
  await shown.first().waitFor({ timeout: 5_000 });
  await settled(page);
  return shown.last();
}

/** Closes by Escape what was opened over the page. */
export async function closeAll(page: Page): Promise<void> {
  const shown = page.locator(overlays).filter({ visible: true });
  for (let times = 0; (await shown.count()) > 0 && times < 4; times += 1) {
    await page.keyboard.press('Escape');
    await page.evaluate(oneFrame);
  }
  await expectNothing(shown);
}

const oneFrame = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))';

async function expectNothing(shown: Locator): Promise<void> {
  await shown.first().waitFor({ state: 'hidden', timeout: 2_000 });
  expect(await shown.allInnerTexts()).toEqual([]);
}

/** The demo with what no demo has, and the addresses of all pages in it. */
export async function openPages(expected?: RegExp): Promise<{ web: WebWorld; addresses: Record<string, string> }> {
  const web = await WebWorld.ofDemo({ WORKER: 'on' }, expected);
  const page = await web.signedIn(demoOwner);
  await furnish(page);
  const addresses = await addressesFor(page);
  await page.context().close();
  return { web, addresses };
}

/** Makes what no demo has: a call list, an import that was checked, an export and a notice. */
async function furnish(page: Page): Promise<void> {
  const file = {
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name,City\nAda Arden,London\n,Bern\n王小明,杭州\n'),
  };
  const { request } = page;
  await Promise.all([
    request.post('/api/v1/call-lists', { data: { source: { kind: 'view', filters: { city: 'Hangzhou' } } } }),
    request.post('/api/v1/imports', { multipart: { format: 'csv', law: 'gdpr', file } }),
    request.post('/api/v1/exports', { data: { report: 'candidates', format: 'csv', filters: { city: 'Hangzhou' } } }),
  ]).then((answers) =>
    answers.forEach((answer) => expect([answer.url(), answer.status()]).toEqual([answer.url(), 201])),
  );
  for (const [name, state] of [
    ['imports', 'checked'],
    ['exports', 'done'],
  ]) {
    const states: (string | undefined)[] = [];
    while (states.at(-1) !== state) {
      const { items } = (await (await request.get(`/api/v1/${name}`)).json()) as { items: { state: string }[] };
      states.push(items[0]?.state);
      if (states.length > 300) throw new Error(`${name} did not come to be ${state}: ${states.at(-1)}`);
    }
  }
}
