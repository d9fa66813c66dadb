import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyDatabaseUrl } from './support/database.js';
import { freePort, newDataDir, Product, Remote } from './support/product.js';

type Search = { id: string; stages: { id: string; group: string }[] };
type Moved = { status: number; body: string };

const rounds = 200;
const racers = 8;

describe('two processes on one database', () => {
  let products: Product[] | undefined;
  let owners: Remote[];
  beforeAll(async () => {
    const env = {
      DATABASE_URL: await emptyDatabaseUrl(),
      SECRET: 'a secret that both processes have, long enough',
      DEMO: 'off',
    };
    const ports = [await freePort(), await freePort()];
    products = await Promise.all(ports.map((port) => Product.start(newDataDir(), port, env)));
    const links = products.map((product) => () => product.found().catch(() => undefined));
    if (!(await links[0]?.())) await links[1]?.();
    owners = await Promise.all(
      products.map(({ url }) => Remote.signIn(url, 'olga@example.com', 'a long enough password')),
    );
  }, 120_000);
  afterAll(async () => {
    await Promise.all((products ?? []).map((product) => product.stop()));
  });

  it('let one of eight racers win each of 200 moves, with one row of history each', async () => {
    const [one, two] = owners as [Remote, Remote];
    const { id: organizationId } = await one.post<{ id: string }>('/organizations', { kind: 'company', name: 'C' });
    const search = await one.post<Search>('/searches', { organizationId, title: 'A search', type: 'retained' });
    const { id: candidateId } = await two.post<{ id: string }>('/candidates', { displayName: 'Ada Raced' });
    const { items } = await two.post<{ items: { candidacyId: string }[] }>(`/searches/${search.id}/candidacies`, {
      candidateIds: [candidateId],
    });
    const path = `/candidacies/${items[0]?.candidacyId}`;
    const stages = search.stages.filter(({ group }) =>
      ['longlist', 'contacted', 'qualified', 'presented'].includes(group),
    );
    const move = async ({ url, cookie }: Remote, stageId: string, version: number): Promise<Moved> => {
      const headers = { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` };
      const body = JSON.stringify({ stageId });
      const answer = await fetch(`${url}/api/v1${path}/moves`, { method: 'POST', headers, body });
      return { status: answer.status, body: await answer.text() };
    };
    for (let round = 0; round < rounds; round += 1) {
      const { version } = await one.get<{ version: number }>(path);
      const stageId = stages[(round + 1) % stages.length]?.id ?? '';
      const answers = await Promise.all(
        Array.from({ length: racers }, (_, racer) => move(racer % 2 === 0 ? one : two, stageId, version)),
      );
      const won = answers.filter(({ status }) => status === 200).length;
      const lost = answers.filter(({ status }) => status === 412 || status === 409).length;
      expect([won, lost]).toEqual([1, racers - 1]);
    }
    const history = await two.get<{ items: { kind: string }[] }>(`${path}/history`);
    expect(history.items.filter(({ kind }) => kind === 'moved')).toHaveLength(rounds);
  }, 180_000);
});
