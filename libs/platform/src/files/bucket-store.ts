import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { Refusal } from '@domain/refusal.js';
import type { FileStore, StoredFile } from './file-store.js';

const patience = 60_000;

/** Files in a bucket that speaks S3, named by `https://key:secret@host/bucket?region=…`. */
export class BucketStore implements FileStore {
  private readonly client: AwsClient;
  private readonly bucket: string;

  constructor(address: string) {
    const url = new URL(address);
    this.client = new AwsClient({
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
      region: url.searchParams.get('region') ?? 'us-east-1',
      service: 's3',
      retries: 2,
    });
    this.bucket = `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`;
  }

  async put(key: string, path: string): Promise<void> {
    await this.ask('PUT', `/${key}`, await openAsBlob(path));
    await rm(path, { force: true });
  }

  async read(key: string): Promise<Readable | undefined> {
    const { status, body } = await this.ask('GET', `/${key}`);
    return status === 404 || !body ? undefined : Readable.fromWeb(body as ReadableStream<Uint8Array>);
  }

  async remove(key: string): Promise<void> {
    await this.ask('DELETE', `/${key}`);
  }

  async *list(folder: string): AsyncGenerator<StoredFile> {
    let token: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix: `${folder}/` });
      if (token !== undefined) query.set('continuation-token', token);
      const page = await (await this.ask('GET', `?${query}`)).text();
      for (const [, entry = ''] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
        yield { key: textOf(entry, 'Key'), storedAt: new Date(textOf(entry, 'LastModified')) };
      }
      token = textOf(page, 'NextContinuationToken') || undefined;
    } while (token !== undefined);
  }

  /** 404 is an answer; whatever else is no success means that the store does not work now. */
  private async ask(method: string, path: string, body?: Blob): Promise<Response> {
    try {
      const signal = AbortSignal.timeout(patience);
      const answer = await this.client.fetch(`${this.bucket}${path}`, { method, signal, ...(body && { body }) });
      if (answer.ok || answer.status === 404) return answer;
      await answer.body?.cancel();
    } catch {
      // No answer is as good as a bad one.
    }
    throw new Refusal('service.unavailable', 'The store of files does not answer.');
  }
}

function textOf(xml: string, tag: string): string {
  const [, text = ''] = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml) ?? [];
  return text.replaceAll('&amp;', '&');
}
