import type { SettingKind } from '@domain/agencies/agency.js';
import type { Field, Fields, Filter, ListSpec } from '@platform/lists/fields.js';

const archived = (alias: string): Filter => ({
  type: 'flag',
  sql: (value) => `(${alias}.archived_at is not null) = any(${value})`,
  description: 'true: archived alone; false: the others',
});

const settingFields = (candidateCount: string) =>
  ({
    id: { sql: 's.id', type: 'id' },
    name: { sql: 's.name', type: 'text', sort: true },
    color: { sql: 's.color', type: 'text' },
    position: { sql: 's.position', type: 'int', sort: true },
    candidateCount: { sql: candidateCount, type: 'int', needs: 'candidate.read' },
    archivedAt: { sql: 's.archived_at', type: 'time' },
    createdAt: { sql: 's.created_at', type: 'time' },
    updatedAt: { sql: 's.updated_at', type: 'time' },
    version: { sql: 's.version', type: 'int' },
  }) as const satisfies Fields;

export const tagFields = settingFields(
  '(select count(*)::int from candidate_tag t where t.agency_id = s.agency_id and t.tag_id = s.id)',
);

export const roleFamilyFields = settingFields(
  '(select count(*)::int from candidate c where c.agency_id = s.agency_id and c.role_family_id = s.id and c.archived_at is null)',
);

const settingList = (name: string, kind: SettingKind, fields: Readonly<Record<string, Field>>): ListSpec => ({
  name,
  from: 'setting s',
  alias: 's',
  fields,
  filters: { archived: archived('s') },
  search: (q) => `position(lower(${q}) in lower(s.name)) > 0`,
  where: `s.kind = '${kind}'`,
  defaultSort: 'position',
});

export const tagList = settingList('tags', 'tag', tagFields);
export const roleFamilyList = settingList('role-families', 'role_family', roleFamilyFields);

/** The list of each kind of setting. */
export const settingLists: Record<SettingKind, ListSpec> = { tag: tagList, role_family: roleFamilyList };

export const customFieldFields = {
  id: { sql: 'f.id', type: 'id' },
  key: { sql: 'f.key', type: 'text' },
  label: { sql: 'f.label', type: 'text', sort: true },
  kind: { sql: 'f.kind', type: 'text' },
  choices: { sql: 'f.choices', type: 'json' },
  position: { sql: 'f.position', type: 'int', sort: true },
  archivedAt: { sql: 'f.archived_at', type: 'time' },
  createdAt: { sql: 'f.created_at', type: 'time' },
  updatedAt: { sql: 'f.updated_at', type: 'time' },
  version: { sql: 'f.version', type: 'int' },
} as const satisfies Fields;

export const customFieldList: ListSpec = {
  name: 'custom-fields',
  from: 'custom_field f',
  alias: 'f',
  fields: customFieldFields,
  filters: { archived: archived('f') },
  defaultSort: 'position',
};

export const pipelineFields = {
  id: { sql: 'p.id', type: 'id' },
  name: { sql: 'p.name', type: 'text', sort: true },
  isDefault: { sql: 'p.is_default', type: 'flag' },
  stages: {
    sql: `(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'group', t.stage_group, 'position', t.position)
      order by t.position), '[]') from pipeline_stage t where t.agency_id = p.agency_id and t.pipeline_id = p.id)`,
    type: 'json',
  },
  archivedAt: { sql: 'p.archived_at', type: 'time' },
  createdAt: { sql: 'p.created_at', type: 'time' },
  updatedAt: { sql: 'p.updated_at', type: 'time' },
  version: { sql: 'p.version', type: 'int' },
} as const satisfies Fields;

export const pipelineList: ListSpec = {
  name: 'pipelines',
  from: 'pipeline p',
  alias: 'p',
  fields: pipelineFields,
  filters: { archived: archived('p') },
  defaultSort: 'name',
};
