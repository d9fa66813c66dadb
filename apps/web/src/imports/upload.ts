import type { Schemas } from '../app/api.js';
import { uploadForm } from '../app/upload.js';

type Upload = { file: File; format: string; source: string; law: string };

/** Uploads a file of people; `onProgress` hears how much of it has gone, from 0 to 1. Rejects with a problem. */
export function uploadImport(
  { file, format, source, law }: Upload,
  onProgress: (share: number) => void,
): Promise<Schemas['ImportView']> {
  const body = new FormData();
  body.set('format', format);
  body.set('law', law);
  if (source) body.set('source', source);
  body.set('file', file);
  return uploadForm('/api/v1/imports', body, { onProgress });
}
