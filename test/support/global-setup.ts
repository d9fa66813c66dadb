import chromium from '@sparticuz/chromium';
import './typescript.mjs';

/** Before the first test of a run: one cluster, and the browser unpacked once for all workers. */
export default async function setup(): Promise<void> {
  const { startCluster } = await import('./cluster.js');
  await Promise.all([startCluster(), chromium.executablePath()]);
}
