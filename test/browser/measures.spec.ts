import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addPeople } from './crowd.js';
import { addressesFor } from './pages.js';
import { settled } from './settled.js';
import { WebWorld } from './web-world.js';

jest.setTimeout(180_000);

const rounds = 5;
const measured = ['home', 'candidates', 'board', 'candidate'] as const;
const observe = `
  window.seen = { paint: 0, shift: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime }) => (seen.paint = startTime)))
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { if (!one.hadRecentInput) seen.shift += one.value; }))
    .observe({ type: 'layout-shift', buffered: true });
`;

describe('what a page costs', () => {
  let web: WebWorld;
  let page: Page;

  beforeAll(async () => {
    web = await WebWorld.ofDemo();
  }, 120_000);
  afterAll(() => web.close());

  it('shows the pages of the day without anything that jumps', async () => {
    page = await web.signedIn('headhunter@demo.longlist.example');
    await page.addInitScript(observe);
    const { candidate, board, home, candidates } = await addressesFor(page, measured);
    const shifts: Record<string, number> = {};
    for (const [name, address] of Object.entries({ home, candidates, board, candidate })) {
      const paints: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        await page.goto(address ?? '');
        await page.locator('h1').first().waitFor();
        await settled(page);
        const { paint, shift } = await page.evaluate<{ paint: number; shift: number }>('seen');
        if (round > 0) paints.push(paint);
        shifts[name] = Math.max(shifts[name] ?? 0, shift);
      }
      const median = paints.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
      process.stdout.write(`  ${name}: LCP ${Math.round(median)} ms, CLS ${shifts[name]?.toFixed(3)}\n`);
      expect(median).toBeGreaterThan(0);
    }
    expect(Object.entries(shifts).filter(([, shift]) => shift > 0.05)).toEqual([]);
    await page.context().close();
  });

  it('mounts few rows of 10,000 people', async () => {
    const agency = await web.found('many');
    await addPeople(agency, 10_000);
    page = await web.signedIn('owner@many.example');
    await page.goto('/candidates');
    const rows = page.locator('[data-row]');
    await rows.first().waitFor();
    await page.getByText('10,000', { exact: true }).waitFor();
    const grid = page.getByRole('grid');
    let most = await rows.count();
    for (let turn = 0; turn < 8; turn += 1) {
      await grid.evaluate((one) => one.scrollTo({ top: one.scrollHeight }));
      await settled(page);
      most = Math.max(most, await rows.count());
    }
    expect(await grid.evaluate((one) => one.scrollTop)).toBeGreaterThan(5_000);
    expect(most).toBeLessThanOrEqual(60);
  });

  it('met no fault on the way', () => {
    expect(web.faults).toEqual([]);
  });
});
