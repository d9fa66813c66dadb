import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoOwner, go, openPages, pages } from './pages.js';
import { keepScreen } from './screens.js';
import { settled } from './settled.js';
import type { WebWorld } from './web-world.js';

jest.setTimeout(300_000);

const phone = { width: 390, height: 844 };

describe('every page on a phone', () => {
  let web: WebWorld;
  let addresses: Record<string, string>;

  beforeAll(async () => {
    ({ web, addresses } = await openPages());
  }, 120_000);
  afterAll(() => web.close());

  it.each([
    ['English', 'en-GB'],
    ['Chinese', 'zh-CN'],
    ['German', 'de-DE'],
  ] as const)('is usable in %s: nothing reaches over the edge, no key stands for its words', async (_, locale) => {
    const page = await web.signedIn(demoOwner, { ...phone, locale });
    await page.goto('/');
    await settled(page);
    const wrong: string[] = [];
    for (const [name, shown] of Object.entries(pages)) {
      await go(page, addresses[name] ?? '', shown);
      await keepScreen(page, `phone-${locale.slice(0, 2)}-${name}`);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > phone.width) wrong.push(`${name} is ${width} px wide`);
      wrong.push(...(await keysShown(page)).map((key) => `${name} shows ${key}`));
      if (locale !== 'en-GB' || shown.action === undefined) continue;
      const action = page.getByRole('button', { name: shown.action, exact: true }).first();
      await action
        .click({ trial: true, timeout: 5_000 })
        .catch(() => wrong.push(`${name}: ${shown.action} is out of reach`));
    }
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});

const features =
  'app|ui|words|candidates|candidacies|searches|organizations|imports|settings|notes|tasks|poaching|home|bulk|callLists|documents|exports|notices|quickAdd|problem|fees|risk';

/** Keys of texts that are shown instead of their words; names of permissions and addresses look alike. */
async function keysShown(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return (text.match(new RegExp(`\\b(?:${features})\\.[a-z]\\w+(?:\\.\\w+)*`, 'g')) ?? []).filter(
    (key) => !/\.(read|edit|manage|run|write|void|move|add|use|example|com)\b/.test(key),
  );
}
