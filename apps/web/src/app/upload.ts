import { actionKey } from './api.js';
import { problemOf } from './problem.js';

type Options = {
  /** Hears how much has gone, from 0 to 1. */
  onProgress: (share: number) => void;
  /** Ends the upload; it then rejects with an `AbortError`. */
  signal?: AbortSignal;
};

/** Uploads a form with a file. Rejects with a problem. */
export function uploadForm<Result>(path: string, body: FormData, { onProgress, signal }: Options): Promise<Result> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Idempotency-Key', actionKey());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new TypeError('network'));
    request.onabort = () => reject(new DOMException('canceled', 'AbortError'));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Result);
      else void problemOf(new Response(request.responseText, { status: request.status })).then(reject);
    };
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}
