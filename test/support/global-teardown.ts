/** After the last test of a run. */
export default async function teardown(): Promise<void> {
  const { stopCluster } = await import('./cluster.js');
  await stopCluster();
}
