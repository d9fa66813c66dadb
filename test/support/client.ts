import { createHmac } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export type Answer<T> = {
  status: number;
  body: T;
  text: string;
  bytes: Buffer;
  headers: Record<string, string | undefined>;
};

type Sending = { body?: unknown; headers?: Record<string, string>; payload?: string | Buffer };

/** Asks the application as one user would, without a network. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly headers: Record<string, string> = {},
  ) {}

  get<T = unknown>(url: string, sending: Sending = {}): Promise<Answer<T>> {
    return this.send('GET', url, sending);
  }

  post<T = unknown>(url: string, body?: unknown, sending: Sending = {}): Promise<Answer<T>> {
    return this.send('POST', url, { body, ...sending });
  }

  put<T = unknown>(url: string, body?: unknown, sending: Sending = {}): Promise<Answer<T>> {
    return this.send('PUT', url, { body, ...sending });
  }

  /** Changes a row at the version given. */
  patch<T = unknown>(url: string, version: number, body: unknown, sending: Sending = {}): Promise<Answer<T>> {
    return this.send('PATCH', url, { body, ...sending, headers: { 'if-match': `"${version}"`, ...sending.headers } });
  }

  delete<T = unknown>(url: string, sending: Sending = {}): Promise<Answer<T>> {
    return this.send('DELETE', url, sending);
  }

  /** As `get`, for an answer that does not end by itself: it is closed after its first piece. */
  async open(url: string): Promise<Answer<string>> {
    const reply = await this.app.inject({ method: 'GET', url, headers: this.headers, payloadAsStream: true });
    const stream = reply.stream();
    const first: unknown = await new Promise((done, failed) =>
      stream.once('data', done).once('end', done).once('error', failed),
    );
    stream.destroy();
    const text = String(first ?? '');
    return {
      status: reply.statusCode,
      text,
      body: text,
      bytes: Buffer.from(text),
      headers: reply.headers as Record<string, string | undefined>,
    };
  }

  async send<T>(method: string, url: string, { body, headers, payload }: Sending = {}): Promise<Answer<T>> {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const reply = await this.app.inject({
      method: method as 'GET',
      url,
      headers: { ...this.headers, ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
      payload: payload ?? json,
    });
    const isJson = /json/.test(String(reply.headers['content-type']));
    return {
      status: reply.statusCode,
      text: reply.body,
      bytes: reply.rawPayload,
      body: (isJson && reply.body !== '' ? JSON.parse(reply.body) : reply.body) as T,
      headers: reply.headers as Record<string, string | undefined>,
    };
  }
}

/** The cookie that sign-in would have set for a session's token. */
export function sessionCookie(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `longlist.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
