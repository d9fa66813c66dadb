import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

type Found = { id: string; impact: string | null; nodes: { target: string[] }[] };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const colors = ['color-contrast', 'link-in-text-block'];

/** What keeps people out of the page as it stands (serious and critical), each with where; `within` looks at that part alone. */
export function barriers(page: Page, within?: string): Promise<string[]> {
  return run(page, { type: 'tag', values: rules }, within);
}

/** As `barriers`, of what changes with the colors alone: for the same page in another theme. */
export function colorBarriers(page: Page, within?: string): Promise<string[]> {
  return run(page, { type: 'rule', values: colors }, within);
}

async function run(page: Page, runOnly: object, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  const asked = JSON.stringify({ runOnly, resultTypes: ['violations'], elementRef: false });
  const found = await page.evaluate<Found[]>(
    `axe.run({ include: ${JSON.stringify([within])} }, ${asked}).then(({ violations }) => violations)`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(' | ')}`,
    );
}
