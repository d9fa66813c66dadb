import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Refusal } from '@domain/refusal.js';
import { problemOf } from './problem.filter.js';

/** Answers bytes that are no HTTP request (node's `clientError`) with a problem, and hangs up. */
export function answerUnreadable({ code }: { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, refusal] =
    code === 'HPE_HEADER_OVERFLOW'
      ? [431, new Refusal('request.too-large')]
      : [code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400, new Refusal('request.malformed')];
  const body = JSON.stringify({ ...problemOf(refusal), status });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Content-Type: application/problem+json; charset=utf-8',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
