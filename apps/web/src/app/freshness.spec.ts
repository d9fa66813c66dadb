import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { refresh, writing } from './freshness.js';

/** A list on screen whose answers are given by hand. */
async function shown(client: QueryClient) {
  const asked: PromiseWithResolvers<string>[] = [];
  const queryKey = ['get', '/api/v1/things'];
  const queryFn = () => {
    const answer = Promise.withResolvers<string>();
    asked.push(answer);
    return answer.promise;
  };
  const observer = new QueryObserver(client, { queryKey, queryFn });
  const leave = observer.subscribe(() => {});
  asked[0]?.resolve('first');
  await settled();
  return {
    asked,
    leave,
    data: () => client.getQueryData(queryKey),
    put: (text: string) => client.setQueryData(queryKey, text),
  };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

describe('what is stale', () => {
  it('is fetched anew by part of its path, and nothing else is', async () => {
    const client = new QueryClient();
    const { asked, leave, data } = await shown(client);
    void refresh(client, ['/others']);
    await settled();
    expect(asked).toHaveLength(1);
    void refresh(client, ['/things']);
    asked[1]?.resolve('second');
    await settled();
    expect(data()).toBe('second');
    leave();
  });

  it('never covers a write with an answer from before it', async () => {
    const client = new QueryClient();
    const { asked, leave, data, put } = await shown(client);
    void refresh(client, ['/things']);
    const sent = Promise.withResolvers<void>();
    const write = writing(client, ['/things'], async () => {
      put('written');
      await sent.promise;
    });
    asked[1]?.resolve('from before');
    await settled();
    expect(data()).toBe('written');
    void refresh(client, ['/things']);
    await settled();
    expect(asked).toHaveLength(2);
    sent.resolve();
    await write;
    await settled();
    asked[2]?.resolve('from after');
    await settled();
    expect(data()).toBe('from after');
    leave();
  });

  it('waits for the last of several writes, and for one that fails too', async () => {
    const client = new QueryClient();
    const { asked, leave } = await shown(client);
    const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = writing(client, ['/things'], () => one.promise);
    const second = writing(client, ['/else'], () => other.promise);
    one.reject(new Error('refused'));
    await expect(first).rejects.toThrow('refused');
    await settled();
    expect(asked).toHaveLength(1);
    other.resolve();
    await second;
    await settled();
    expect(asked).toHaveLength(2);
    leave();
    asked[1]?.resolve('done');
  });
});
