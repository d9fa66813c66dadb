import { documentKinds, documentMedia } from '@domain/documents/document.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

export const documentFields = {
  id: { sql: 'd.id', type: 'id' },
  candidateId: { sql: 'd.candidate_id', type: 'id', filter: 'narrow' },
  offerId: { sql: 'd.offer_id', type: 'id', filter: 'narrow', needs: 'offer.read' },
  kind: { sql: 'd.kind', type: 'text', filter: 'equals', words: documentKinds },
  name: { sql: 'd.name', type: 'text' },
  media: { sql: 'd.media', type: 'text', filter: 'equals', words: documentMedia },
  bytes: { sql: 'd.bytes', type: 'int' },
  sha256: { sql: `encode(d.sha256, 'hex')`, type: 'text' },
  addedById: { sql: 'd.added_by', type: 'id' },
  addedByName: {
    sql: '(select m.name from member m where m.agency_id = d.agency_id and m.id = d.added_by)',
    type: 'text',
  },
  archivedAt: { sql: 'd.archived_at', type: 'time' },
  createdAt: { sql: 'd.created_at', type: 'time', sort: true },
  updatedAt: { sql: 'd.updated_at', type: 'time' },
  version: { sql: 'd.version', type: 'int' },
} as const satisfies Fields;

export const documentList: ListSpec = {
  name: 'documents',
  from: 'document d',
  alias: 'd',
  fields: documentFields,
  filters: {
    archived: {
      type: 'flag',
      sql: (value) => `(d.archived_at is not null) = any(${value})`,
      description: 'true: removed alone; false: the others',
    },
  },
  without: { needs: 'offer.read', where: "d.kind <> 'offer_letter'" },
  defaultSort: '-createdAt',
};
