import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { closeAll, demoOwner, go, openOver, openPages, pages } from './pages.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import type { WebWorld } from './web-world.js';

jest.setTimeout(300_000);

const typed = 'Calls back in spring';

describe('every dialog that asks for something', () => {
  let web: WebWorld;
  let page: Page;
  let addresses: Record<string, string>;

  beforeAll(async () => {
    ({ web, addresses } = await openPages(/status of 400/));
    page = await web.signedIn(demoOwner);
    await page.goto('/');
    await settled(page);
  }, 120_000);
  afterAll(() => web.close());

  /** Empties the first field that is required; false where there is none that can be empty. */
  const emptied = async (form: Locator): Promise<boolean> => {
    const required = form.locator('input[required], textarea[required]').filter({ visible: true });
    for (const field of await required.all()) {
      const fixed = (await field.getAttribute('readonly')) !== null;
      if (!fixed) await field.fill('');
      if ((await field.inputValue()) === '') return true;
    }
    return false;
  };

  /** Sends the form of the open dialog without something that it needs; answers what is wrong with its refusal, or undefined where it needs nothing. */
  const refusal = async (): Promise<string | undefined> => {
    const form = page.getByRole('dialog').last().locator('form');
    if ((await form.count()) === 0 || !(await emptied(form))) return undefined;
    const optional = form.locator(
      'input[type=text]:not([required]):not([readonly]):not([role=combobox]), textarea:not([required])',
    );
    const kept = (await optional.count()) > 0 ? optional.first() : undefined;
    await kept?.fill(typed);
    const send = form.locator('button[type=submit]');
    if (await send.isDisabled()) return 'it cannot be sent, and does not say why';
    await send.click();
    const field = form.locator('[aria-invalid=true]:focus');
    const there = await field.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (!there) return 'the focus is not at the field';
    const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean);
    const said = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
    if (said.join('').trim() === '') return 'no message stands beside the field';
    if (kept && (await kept.inputValue()) !== typed) return 'what was typed is lost';
    return '';
  };

  it('says beside the field what is missing, goes there, and keeps what was typed', async () => {
    const wrong: Record<string, string> = {};
    const asked: string[] = [];
    const look = async (label: string): Promise<void> => {
      const refused = await refusal();
      if (refused !== undefined) asked.push(label);
      if (refused) {
        wrong[label] = refused;
        await keepScreen(page, `refused-${label}`);
      }
      await closeAll(page);
    };
    for (const [name, { overlays = {}, ...shown }] of Object.entries(pages)) {
      const address = addresses[name] ?? '';
      if (shown.ready === '[role=dialog]') {
        await go(page, address, shown);
        await look(name);
      }
      for (const [overlay, how] of Object.entries(overlays)) {
        await go(page, address, shown);
        await openOver(page, how);
        await look(`${name}-${overlay}`);
      }
    }
    process.stdout.write(`  ${asked.length} dialogs were asked: ${asked.join(', ')}\n`);
    expect(wrong).toEqual({});
    expect(asked.length).toBeGreaterThan(12);
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
