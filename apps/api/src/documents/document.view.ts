import type { DocumentKind, DocumentMedia } from '@domain/documents/document.js';

export class DocumentRow {
  id: string;
  candidateId: string;
  /** The offer whose letter it is; only for who sees offers. */
  offerId?: string | null;
  kind: DocumentKind;
  name: string;
  /** What the file is by its content. */
  media: DocumentMedia;
  bytes: number;
  /** Of the file as it is kept and downloaded. */
  sha256: string;
  addedById: string;
  addedByName: string;
  /** When it was removed; it can be brought back for 30 days. */
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export class DocumentView extends DocumentRow {
  /** What the one who asks may do with it now. */
  abilities: string[];
}
