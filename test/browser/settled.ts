import type { Page, Request } from 'playwright-core';

const underWay = new WeakMap<Page, Set<Request>>();
const stream = '/api/v1/stream';

/** Keeps count of what the page asks for, for `settled`. */
export function watchRequests(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', (request) => !request.url().endsWith(stream) && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  page.on('framenavigated', () => open.forEach((one) => one.isNavigationRequest() && open.delete(one)));
}

const stillMoves = `[...document.querySelectorAll('[aria-busy=true], .mantine-Skeleton-root')]
    .some((one) => one.getBoundingClientRect().top < innerHeight)
  || document.getAnimations().some((one) => one.playState === 'running' && one.effect.getComputedTiming().endTime < Infinity)`;
const busyAfterFrame = `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(${stillMoves}))))`;

/** Resolves when the page rests: over two frames no request under way, no skeleton in sight and no transition. */
export async function settled(page: Page): Promise<void> {
  const open = underWay.get(page) ?? new Set();
  const until = Date.now() + 15_000;
  for (let quiet = 0; quiet < 2;) {
    const busy = await page.evaluate<boolean>(busyAfterFrame);
    quiet = busy || open.size > 0 ? 0 : quiet + 1;
    if (Date.now() > until) throw new Error(`${page.url()} still loads ${[...open].map((one) => one.url()).join(' ')}`);
  }
}
