import { dueWords, taskKinds } from '@domain/tasks/task.js';
import type { Fields, Filter, ListSpec } from '@platform/lists/fields.js';
import { subjectFields, subjectFilters } from '../notes/subject.fields.js';

const memberName = (column: string): string =>
  `(select m.name from member m where m.agency_id = t.agency_id and m.id = t.${column})`;

export const taskFields = {
  id: { sql: 't.id', type: 'id' },
  title: { sql: 't.title', type: 'text' },
  kind: { sql: 't.kind', type: 'text', filter: 'equals', words: taskKinds },
  dueOn: { sql: 't.due_on', type: 'day', filter: 'range', nullable: true, sort: "coalesce(t.due_on, 'infinity')" },
  doneAt: { sql: 't.done_at', type: 'time', filter: 'range', nullable: true },
  assigneeId: { sql: 't.assignee_id', type: 'id', filter: 'equals', nullable: true },
  assigneeName: { sql: memberName('assignee_id'), type: 'text' },
  createdBy: { sql: 't.created_by', type: 'id', filter: 'equals' },
  createdByName: { sql: memberName('created_by'), type: 'text' },
  ...subjectFields('t'),
  createdAt: { sql: 't.created_at', type: 'time', sort: true },
  updatedAt: { sql: 't.updated_at', type: 'time' },
  version: { sql: 't.version', type: 'int' },
} as const satisfies Fields;

const mine: Filter = {
  type: 'flag',
  sql: (value) => `(case when (${value})[1] then t.assignee_id = {member} else t.assignee_id <> {member} end)`,
  description: 'true: given to oneself; false: to others',
};

const due: Filter = {
  type: 'text',
  words: dueWords,
  sql: (value) => `(('overdue' = any(${value}) and t.due_on < {today} and t.done_at is null)
    or ('today' = any(${value}) and t.due_on = {today})
    or ('later' = any(${value}) and t.due_on > {today})
    or ('none' = any(${value}) and t.due_on is null))`,
  description: 'Seen from today in the time zone of the agency; overdue are open ones alone',
};

const done: Filter = {
  type: 'flag',
  sql: (value) => `(case when (${value})[1] then t.done_at is not null else t.done_at is null end)`,
  description: 'true: done ones alone; false: open ones',
};

export const taskList: ListSpec = {
  name: 'tasks',
  from: 'task t',
  alias: 't',
  fields: taskFields,
  filters: { ...subjectFilters('t'), mine, due, done },
  defaultSort: 'dueOn',
};
