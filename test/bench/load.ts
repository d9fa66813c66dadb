import { Agent, request } from 'node:http';

/** One request of a work: made anew for each call, so that no two are the same. */
export type Shot = { method: string; path: string; body?: unknown; headers?: Record<string, string> };

export type Measured = { perSecond: number; failed: number; p50: number };

/** Sends requests over `connections` for `seconds`, each connection one after the other; answers how many were answered a second. */
export async function load(
  port: number,
  shot: (n: number) => Shot,
  seconds: number,
  connections = 16,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failed = 0;
  let sent = 0;
  const end = performance.now() + seconds * 1000;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const from = performance.now();
        const status = await send(port, agent, shot(sent++));
        if (status >= 200 && status < 300) times.push(performance.now() - from);
        else failed += 1;
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / took, failed, p50: times[Math.floor(times.length / 2)] ?? Number.NaN };
}

function send(port: number, agent: Agent, { method, path, body, headers }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const sending = request(
      {
        port,
        host: '127.0.0.1',
        agent,
        method,
        path,
        headers: {
          ...headers,
          ...(payload !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(payload),
          }),
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.on('error', reject);
      },
    );
    sending.on('error', reject);
    sending.end(payload);
  });
}

/** The middle of the values. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
