import chromium from '@sparticuz/chromium';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium as playwright } from 'playwright-core';

/**
 * A headless Chromium that also draws Chinese; the caller closes it. It draws without a graphics stack: the one that its package
 * proposes emulates a graphics card on the processor, and a frame of a full board then takes seconds on two cores.
 */
export async function launchBrowser(): Promise<Browser> {
  const fonts = await fontConfig();
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
}

/** Where the one who looks is: their day is not always that of the tests' process. */
const zone = 'Asia/Shanghai';

/** Today for the one who looks, as `YYYY-MM-DD`. */
export function theirToday(): string {
  return new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date());
}

export type View = {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  locale?: 'en-GB' | 'zh-CN' | 'de-DE';
};

/** A context of its own: 1440 × 900, light and English unless said; motion is off. */
export function newContext(
  browser: Browser,
  baseURL: string,
  view: View = {},
  storageState?: BrowserContextOptions['storageState'],
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    viewport: { width: view.width ?? 1440, height: view.height ?? 900 },
    colorScheme: view.scheme ?? 'light',
    locale: view.locale ?? 'en-GB',
    timezoneId: zone,
    reducedMotion: 'reduce',
    ...(storageState && { storageState }),
  });
}

async function fontConfig(): Promise<string> {
  const resolve = createRequire(import.meta.url).resolve;
  const chinese = dirname(resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
  const folder = await mkdtemp(join(tmpdir(), 'longlist-fonts-'));
  const file = join(folder, 'fonts.conf');
  const dirs = [chinese, join(tmpdir(), 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}
