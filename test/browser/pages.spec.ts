import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, colorBarriers } from './axe.js';
import type { View } from './browser.js';
import { closeAll, demoOwner, go, openOver, openPages, outside, pages, type Shown } from './pages.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import type { WebWorld } from './web-world.js';

jest.setTimeout(600_000);

const everyone = Object.entries(pages);
const phone = { width: 390, height: 844 };

/** Paths of the router that no page shows, each with the reason. */
const elsewhere = { '/settings': 'shows /settings/account' };

describe('every page', () => {
  let web: WebWorld;
  let addresses: Record<string, string>;

  const signedIn = async (view: View = {}): Promise<Page> => {
    const page = await web.signedIn(demoOwner, view);
    await page.goto('/');
    await settled(page);
    return page;
  };
  const visit = (page: Page, name: string, shown: Shown): Promise<void> => go(page, addresses[name] ?? '', shown);

  beforeAll(async () => {
    ({ web, addresses } = await openPages());
  }, 120_000);
  afterAll(() => web.close());

  it('is listed here', () => {
    const router = readFileSync('apps/web/src/app/router.tsx', 'utf8');
    const paths = [...router.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(10);
    const known = [...Object.values(pages), ...Object.values(outside)].map(({ path }) => path);
    const shown = (path: string): boolean => {
      const pattern = new RegExp(`^${path.replace(/\$\w+/g, '[^/?]+')}(\\?|$)`);
      return path in elsewhere || known.some((one) => pattern.test(one));
    };
    expect(paths.filter((path) => !shown(path))).toEqual([]);
  });

  /** What keeps people out of the page, or of what is open over it, in light and dark. */
  const found = async (page: Page, name: string, within?: string): Promise<Record<string, string[]>> => {
    const light = await barriers(page, within);
    await page.emulateMedia({ colorScheme: 'dark' });
    await settled(page);
    const dark = await colorBarriers(page, within);
    if (['home', 'board', 'candidate', 'call-list'].includes(name)) await keepScreen(page, `page-${name}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
    return { ...(light.length > 0 && { [name]: light }), ...(dark.length > 0 && { [`${name}, dark`]: dark }) };
  };

  it('has nothing that keeps people out, in light and dark, with everything open that opens over it', async () => {
    const page = await signedIn();
    const wrong: Record<string, string[]> = {};
    for (const [name, shown] of everyone) {
      await visit(page, name, shown);
      await keepScreen(page, `page-${name}`);
      Object.assign(wrong, await found(page, name));
      for (const [overlay, how] of Object.entries(shown.overlays ?? {})) {
        const label = `${name}: ${overlay}`;
        try {
          const over = await openOver(page, how);
          await over.evaluate((element) => element.setAttribute('data-looked-at', ''));
          await keepScreen(page, `over-${name}-${overlay}`);
          Object.assign(wrong, await found(page, label, '[data-looked-at]'));
          await closeAll(page);
        } catch (error) {
          wrong[label] = [String(error)];
          await keepScreen(page, `stuck-${name}-${overlay}`);
          await page.goto(addresses[name] ?? '');
          await settled(page);
        }
      }
    }
    expect(wrong).toEqual({});
    await page.context().close();
  });

  it('for those who are not signed in keeps nobody out either, on a phone too', async () => {
    const page = await web.page(phone);
    const wrong: Record<string, string[]> = {};
    for (const [name, { path }] of Object.entries(outside)) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await settled(page);
      await keepScreen(page, `phone-en-${name}`);
      Object.assign(wrong, await found(page, name));
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width);
    }
    expect(wrong).toEqual({});
    await page.context().close();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
