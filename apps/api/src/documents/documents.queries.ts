import { Injectable } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { documentAbilities } from '@domain/documents/document.rules.js';
import { Db } from '@platform/db/db.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { documentList } from './document.fields.js';
import type { DocumentView } from './document.view.js';

@Injectable()
export class DocumentsQueries {
  constructor(
    private readonly db: Db,
    private readonly lists: Lists,
  ) {}

  async page(actor: Actor, candidateId: string, query: RawQuery): Promise<Page> {
    await this.db.get(Candidate, candidateId);
    return this.lists.page(documentList, actor, { ...query, candidateId });
  }

  async view(actor: Actor, id: string): Promise<DocumentView> {
    const document = await this.lists.detail<DocumentView>(documentList, actor, id);
    return { ...document, abilities: documentAbilities(actor, document) };
  }

  /** The document of the person that came as the same bytes and is not removed. */
  same(candidateId: string, receivedSha256: Buffer): Promise<{ id: string; name: string } | undefined> {
    return this.db.row(
      'document_same',
      'select id, name from document where candidate_id = $1 and received_sha256 = $2 and archived_at is null',
      [candidateId, receivedSha256],
    );
  }

  /** Whether the offer is one to this person. */
  async hasOffer(candidateId: string, offerId: string): Promise<boolean> {
    const sql = 'select id from offer where id = $1 and candidate_id = $2';
    return (await this.db.row('document_offer', sql, [offerId, candidateId])) !== undefined;
  }

  /** An id for the next document: its file is kept under it before the row is written. */
  async nextId(): Promise<string> {
    const row = await this.db.row<{ id: string }>('document_id', 'select uuidv7() as id');
    if (!row) throw new Error('the database made no id');
    return row.id;
  }

  /** Which of these ids have a row. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(
      'documents_known',
      'select id from document where id = any($1::uuid[])',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
