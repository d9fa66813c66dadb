import { noticeKinds } from '@domain/notices/notice.js';
import type { Fields, ListSpec } from '@platform/lists/fields.js';

const named = (name: string, table: string, id: string): string =>
  `(select s.${name} from ${table} s where s.agency_id = i.agency_id and s.id = i.${id})`;

export const noticeFields = {
  id: { sql: 'i.id', type: 'id' },
  kind: { sql: 'i.kind', type: 'text', filter: 'equals', words: noticeKinds },
  actorId: { sql: 'i.actor_id', type: 'id' },
  actorName: { sql: named('name', 'member', 'actor_id'), type: 'text' },
  candidateId: { sql: 'i.candidate_id', type: 'id' },
  candidateName: { sql: named('display_name', 'candidate', 'candidate_id'), type: 'text', needs: 'candidate.read' },
  organizationId: { sql: 'i.organization_id', type: 'id' },
  organizationName: { sql: named('name', 'organization', 'organization_id'), type: 'text', needs: 'organization.read' },
  searchId: { sql: 'i.search_id', type: 'id' },
  searchTitle: { sql: named('title', 'search', 'search_id'), type: 'text', needs: 'search.read' },
  stageName: { sql: named('name', 'stage', 'stage_id'), type: 'text', needs: 'candidacy.read' },
  noteId: { sql: 'i.note_id', type: 'id' },
  taskId: { sql: 'i.task_id', type: 'id' },
  importId: { sql: 'i.import_id', type: 'id' },
  text: {
    sql: `coalesce(left(${named('body', 'note', 'note_id')}, 200), ${named('title', 'task', 'task_id')},
      ${named('file_name', 'import', 'import_id')})`,
    type: 'text',
  },
  word: { sql: 'i.word', type: 'text' },
  readAt: { sql: 'i.read_at', type: 'time' },
  createdAt: { sql: 'i.created_at', type: 'time', filter: 'range', sort: true },
} as const satisfies Fields;

const seen = `(i.note_id is null
    or exists (select from note n where n.agency_id = i.agency_id and n.id = i.note_id))`;

/** The own notices that stand in the inbox; one about a note that has become private is not there. */
export const noticeList: ListSpec = {
  name: 'notices',
  from: 'notice i',
  alias: 'i',
  fields: noticeFields,
  filters: {
    unread: {
      type: 'flag',
      sql: (value) => `(case when (${value})[1] then i.read_at is null else i.read_at is not null end)`,
      description: 'true: those not read yet; false: those read',
    },
  },
  where: `i.member_id = {member} and i.in_app and ${seen}`,
  defaultSort: '-createdAt',
};

/** The notices of a digest, whoever's it is: for the job that mails it. */
export const digestList: ListSpec = { ...noticeList, where: seen };
