import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepScreen } from './screens.js';
import { WebWorld } from './web-world.js';

const anna = 'owner@notes.example';
const ming = 'ming@notes.example';

describe('notes and notices', () => {
  let web: WebWorld;
  let candidate: string;

  beforeAll(async () => {
    web = await WebWorld.open({ WORKER: 'on' }, /status of 4(01|09|12)|ERR_FAILED/);
    await web.addHeadhunter(await web.found('notes', 'Anna Author'), 'Ming Colleague', ming);
  }, 60_000);
  afterAll(() => web.close());

  it('a mention by @ reaches the colleague who has a page open; a draft outlives a reload', async () => {
    const author = await web.signedIn(anna);
    const made = await author.request.post('/api/v1/candidates', { data: { displayName: 'Zhao Hong' } });
    candidate = ((await made.json()) as { id: string }).id;
    const colleague = await web.signedIn(ming);
    await colleague.goto('/');
    await colleague.getByRole('button', { name: 'Notices, 0 unread' }).waitFor();
    await author.goto(`/candidates/${candidate}`);
    const field = author.getByRole('textbox', { name: 'Write a note' });
    await field.click();
    await author.keyboard.type('Please ring @Min');
    await author.getByRole('option', { name: 'Ming Colleague' }).waitFor();
    await keepScreen(author, 'notes-mention');
    await author.keyboard.press('Enter');
    await author.keyboard.type('tomorrow');
    await author.reload();
    await field.waitFor();
    expect(await field.innerText()).toContain('@Ming Colleague tomorrow');
    await field.click();
    await author.keyboard.press('Control+Enter');
    await author.getByText('Note saved').first().waitFor();
    await colleague.getByRole('button', { name: 'Notices, 1 unread' }).waitFor({ timeout: 4_000 });
    await colleague.getByRole('button', { name: 'Notices, 1 unread' }).click();
    await colleague.getByText('Anna Author mentioned you').waitFor();
    await keepScreen(colleague, 'notices-panel');
    await colleague.getByText('Anna Author mentioned you').click();
    await colleague.waitForURL(new RegExp(candidate));
    await colleague.getByRole('button', { name: 'Notices, 0 unread' }).waitFor();
    await colleague.getByText('@Ming Colleague').waitFor();
    await keepScreen(colleague, 'notes-timeline');
  }, 60_000);

  it('N leads to the note at once: not even the first letter that follows is lost', async () => {
    const page = await web.signedIn(anna);
    await page.goto(`/candidates/${candidate}`);
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    const focused = await page.evaluate<string | null>(
      `document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true })),
      document.activeElement.getAttribute('aria-label')`,
    );
    expect(focused).toBe('Write a note');
    await page.context().close();
  }, 60_000);

  it('a member chooses how each kind of notice comes', async () => {
    const page = await web.signedIn(ming);
    await page.goto('/settings/account');
    const mail = page.getByRole('switch', { name: 'Mentions of you: daily mail' });
    await mail.click();
    await page.getByText('Saved').first().waitFor();
    await page.reload();
    await mail.waitFor();
    expect(await mail.isChecked()).toBe(true);
    await keepScreen(page, 'notice-choices');
    await page.context().close();
  }, 60_000);

  it('a template of the agency begins a note, by / or by its button', async () => {
    const page = await web.signedIn(anna);
    await page.goto('/settings/noteTemplates');
    await page.getByRole('button', { name: 'New template' }).first().click();
    await page.getByLabel('Name').fill('First call');
    await page.getByRole('textbox', { name: 'Text' }).click();
    await page.keyboard.type('What moves them');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Change First call' }).waitFor();
    await keepScreen(page, 'note-templates');
    await page.goto(`/candidates/${candidate}`);
    const field = page.getByRole('textbox', { name: 'Write a note' });
    await field.click();
    await page.keyboard.type('/first');
    await page.getByRole('listbox', { name: 'Templates' }).getByRole('option', { name: 'First call' }).waitFor();
    await keepScreen(page, 'note-template-offered');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'First call' }).waitFor({ state: 'detached' });
    expect((await field.innerText()).trim()).toBe('What moves them');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Begin with a template' }).click();
    await page.getByRole('menuitem', { name: 'First call' }).click();
    expect((await field.innerText()).trim()).toBe('What moves them');
    await field.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.context().close();
  }, 60_000);

  it('a change of a note outlives a failure and a reload; its history says what changed, and pinned it stands first', async () => {
    const page = await web.signedIn(anna);
    const write = async (body: string) => {
      const data = { subjectType: 'candidate', subjectId: candidate, visibility: 'agency', body };
      expect((await page.request.post('/api/v1/notes', { data })).status()).toBe(201);
    };
    await write('Moves for pay');
    await write('A later note');
    await page.goto(`/candidates/${candidate}`);
    const entry = page.getByRole('listitem').filter({ hasText: 'Moves for pay' });
    const act = async (name: string) => {
      await entry.getByRole('button', { name: 'Actions of the note' }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await act('Change the note');
    const field = page.getByRole('textbox', { name: 'Change the note' });
    await field.waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Moves for compute');
    await page.route('**/api/v1/notes/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await page.keyboard.press('Control+Enter');
    await page.getByText('Your text is kept in this browser').first().waitFor();
    await page.unroute('**/api/v1/notes/*');
    await page.reload();
    await page.getByRole('button', { name: 'Continue your change' }).click();
    await field.waitFor();
    expect((await field.innerText()).trim()).toBe('Moves for compute');
    await field.click();
    await page.keyboard.press('Control+Enter');
    await field.waitFor({ state: 'detached' });
    const changed = page.getByRole('listitem').filter({ hasText: 'Moves for compute' });
    await changed.getByRole('button', { name: 'Actions of the note' }).click();
    await page.getByRole('menuitem', { name: 'What it said before' }).click();
    const history = page.getByRole('dialog', { name: 'What the note said before' });
    await history.getByText('First version').waitFor();
    expect(await history.locator('del').innerText()).toBe('pay');
    expect(await history.locator('ins').innerText()).toBe('compute');
    await keepScreen(page, 'note-history');
    await page.keyboard.press('Escape');
    await history.waitFor({ state: 'detached' });
    await changed.getByRole('button', { name: 'Actions of the note' }).click();
    await page.getByRole('menuitem', { name: 'Pin', exact: true }).click();
    const pinned = page.getByRole('region', { name: 'Pinned' });
    await pinned.getByText('Moves for compute').waitFor();
    expect(await page.getByText('Moves for compute').count()).toBe(1);
    await page.getByText('Note changed').first().waitFor();
    await keepScreen(page, 'note-pinned');
    await page.context().close();
  }, 60_000);

  it('reads in Chinese on a phone in the dark', async () => {
    const phone = await web.signedIn(ming, { width: 390, height: 844, scheme: 'dark', locale: 'zh-CN' });
    await phone.goto(`/candidates/${candidate}`);
    await phone.getByRole('button', { name: /通知/ }).click();
    await phone.getByText('全部', { exact: true }).last().waitFor();
    await keepScreen(phone, 'notices-phone');
    await phone.goto('/settings/account');
    await phone.getByRole('switch', { name: '到期任务：每日邮件' }).waitFor();
    await keepScreen(phone, 'notice-choices-phone');
    expect(web.faults).toEqual([]);
  }, 60_000);
});
