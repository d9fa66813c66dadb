import type { ClientBase } from 'pg';

const ofAgency =
  "(agency_id = ( SELECT (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid AS \"nullif\"))";
const ofMember = "( SELECT (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid AS \"nullif\")";
const privateToAuthor = `((visibility <> 'private'::text) OR (author_id = ${ofMember}))`;

/** Tables of the schema `public` that belong to no agency. */
export const untenanted = ['agency', 'migration'];

/** What stands on every tenant table, `TABLE` for its name. */
const everywhere = [
  `TABLE.agency: permissive all to longlist_app, longlist_definer using ${ofAgency}`,
  'TABLE.migration: permissive all to longlist_owner using true',
];

/** Every policy beyond those, each for a reason of its own. */
const special = [
  `agency.agency: permissive all to longlist_app, longlist_definer using ${ofAgency.replace('agency_id =', 'id =')}`,
  'agency.migration: permissive all to longlist_owner using true',
  'agency.sign_in: permissive select to longlist_auth using true',
  'agency.founding: permissive insert to longlist_auth check true',
  'member.sign_in: permissive select to longlist_auth using true',
  'member.founding: permissive insert to longlist_auth check true',
  'member.seen: permissive update to longlist_auth using true',
  'invitation.sign_in: permissive select to longlist_auth using true',
  'invitation.accepting: permissive update to longlist_auth using true',
  'api_key.sign_in: permissive select to longlist_auth using true',
  'api_key.seen: permissive update to longlist_auth using true',
  `setting.founding: permissive all to longlist_auth using ${ofAgency}`,
  `pipeline.founding: permissive all to longlist_auth using ${ofAgency}`,
  `ladder_step.founding: permissive all to longlist_auth using ${ofAgency}`,
  `pipeline_stage.founding: permissive all to longlist_auth using ${ofAgency}`,
  `event.founding: permissive insert to longlist_auth check ${ofAgency}`,
  `outbox.founding: permissive insert to longlist_auth check ${ofAgency}`,
  'organization.search: permissive select to longlist_search using true',
  'organization_alias.search: permissive select to longlist_search using true',
  'candidate_search.search: permissive select to longlist_search using true',
  'search.search: permissive select to longlist_search using true',
  'candidacy.search: permissive select to longlist_search using true',
  'note.search: permissive select to longlist_search using true',
  `note.own_private_notes: restrictive all to longlist_app using ${privateToAuthor}`,
  `note_edit.own_private_notes: restrictive all to longlist_app using (${privateToAuthor} AND (EXISTS ( SELECT FROM note n WHERE ((n.agency_id = note_edit.agency_id) AND (n.id = note_edit.note_id)))))`,
];

/** Functions that run with the rights of their owner, with their whole header. */
const definers = [
  'session_actor(text) of longlist_auth in pg_catalog, pg_temp for longlist_app',
  'api_key_actor(text) of longlist_auth in pg_catalog, pg_temp for longlist_app',
  'agency_ids() of longlist_auth in pg_catalog, pg_temp for longlist_app',
  'organization_matches(text) of longlist_search in public, pg_temp for longlist_app',
  'search_matches(text) of longlist_search in public, pg_temp for longlist_app',
  'candidate_matches(text, boolean) of longlist_search in public, pg_temp for longlist_app',
  'note_matches(text) of longlist_search in public, pg_temp for longlist_app',
];

/** What the application may do to a tenant table where it is not everything. */
const appendOnly: Readonly<Record<string, string>> = {
  attempt_word: 'insert, select, update (voided_at, voided_by)',
  consent: 'insert, select',
  offer_step: 'insert, select, update (voided_at, voided_by)',
  fee: 'insert, select, update (state, updated_at, version)',
  fee_figure: 'insert, select',
  fee_instalment: 'insert, select, update',
  event: 'insert, select',
  contact_log: 'insert, select, update (voided_at, voided_by)',
  note_edit: 'insert, select',
  off_limits_override: 'insert, select, update (ended_at)',
  stage_removal: 'insert, select, update (undone_at)',
  stage_entry: 'insert, select, update (voided_at, voided_by)',
};

/** What other roles may do to tables of `public`. */
const otherGrants = [
  'longlist_app on agency: select, update',
  'longlist_auth on agency: insert, select',
  'longlist_auth on member: insert, select, update (last_seen_at)',
  'longlist_auth on invitation: select, update',
  'longlist_auth on api_key: select, update (last_used_at)',
  'longlist_auth on event: insert',
  'longlist_auth on outbox: insert',
  'longlist_auth on setting: insert, select',
  'longlist_auth on pipeline: insert, select',
  'longlist_auth on pipeline_stage: insert, select',
  'longlist_auth on ladder_step: insert, select',
  'longlist_search on candidate_search: select',
  'longlist_search on search: select',
  'longlist_search on candidacy: select',
  'longlist_search on organization: select',
  'longlist_search on organization_alias: select',
  'longlist_search on note: select',
];

const policiesSql = `
  select tablename || '.' || policyname || ': ' || lower(permissive) || ' ' || lower(cmd) || ' to ' ||
    array_to_string(roles, ', ') || coalesce(' using ' || regexp_replace(qual, '\\s+', ' ', 'g'), '') || coalesce(' check ' || with_check, '') as line
  from pg_policies where schemaname = 'public'`;

const tablesSql = `
  select c.relname as name, c.relkind as kind, c.relrowsecurity and c.relforcerowsecurity as walled, r.rolname as owner
  from pg_class c join pg_roles r on r.oid = c.relowner
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

const definersSql = `
  select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name, r.rolname as owner,
    array_to_string(p.proconfig, '; ') as config, p.prosecdef as definer,
    coalesce((select string_agg(coalesce(g.rolname, 'public'), ', ' order by 1) from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
      left join pg_roles g on g.oid = x.grantee where x.grantee <> p.proowner), '') as callers
  from pg_proc p join pg_roles r on r.oid = p.proowner
  where p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

const grantsSql = `
  with whole as (select c.relname, coalesce(g.rolname, 'public') as role, lower(x.privilege_type) as word
    from pg_class c, aclexplode(c.relacl) x left join pg_roles g on g.oid = x.grantee
    where c.relnamespace = 'public'::regnamespace and x.grantee <> c.relowner and x.privilege_type <> 'MAINTAIN'),
  part as (select c.relname, coalesce(g.rolname, 'public') as role,
      lower(x.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')' as word
    from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x left join pg_roles g on g.oid = x.grantee
    where c.relnamespace = 'public'::regnamespace group by c.relname, g.rolname, x.privilege_type)
  select role || ' on ' || relname || ': ' || string_agg(word, ', ' order by word) as line
  from (select * from whole union all select * from part) as every group by role, relname`;

const rolesSql = `
  select rolname || concat(case when rolsuper then ' superuser' end, case when rolinherit then ' inherit' end,
    case when rolcanlogin then ' login' end, case when rolbypassrls then ' bypassrls' end,
    case when rolcreaterole then ' createrole' end, case when rolcreatedb then ' createdb' end) as line
  from pg_roles where rolname like 'longlist\\_%'`;

const membersSql = `
  select m.rolname || ' becomes ' || r.rolname || case when a.inherit_option then ' by itself' else '' end as line
  from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
  where r.rolname like 'longlist\\_%' and m.rolname like 'longlist\\_%'`;

/** Everything in which the walls of the database are not exactly those that this file names. Empty when they stand. */
export async function breaches(client: ClientBase): Promise<string[]> {
  const lines = async (sql: string): Promise<string[]> =>
    (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line);
  const { rows: relations } = await client.query<{ name: string; kind: string; walled: boolean; owner: string }>(
    tablesSql,
  );
  const tenants = relations
    .filter(({ name, kind }) => kind === 'r' && !untenanted.includes(name))
    .map(({ name }) => name);
  const { rows: functions } = await client.query<{
    name: string;
    owner: string;
    config: string | null;
    definer: boolean;
    callers: string;
  }>(definersSql);
  return [
    ...relations
      .filter(({ kind, name }) => kind !== 'r' && !name.startsWith('migration'))
      .map(({ name, kind }) => `${name} is a relation of kind ${kind}`),
    ...relations
      .filter(({ name, walled, kind }) => kind === 'r' && !walled && name !== 'migration')
      .map(({ name }) => `${name} has no forced row-level security`),
    ...relations
      .filter(({ owner }) => owner !== 'longlist_owner')
      .map(({ name, owner }) => `${name} belongs to ${owner}`),
    ...differences(
      'policy',
      [...tenants.flatMap((table) => everywhere.map((line) => line.replace('TABLE', table))), ...special],
      await lines(policiesSql),
    ),
    ...differences(
      'definer function',
      definers,
      functions
        .filter(({ definer }) => definer)
        .map(({ name, owner, config, callers }) => {
          const bare = name.replace(/\w+ (?=text|uuid|integer|boolean)/g, '');
          return `${bare} of ${owner} in ${config?.replace('search_path=', '')} for ${callers}`;
        }),
    ),
    ...differences(
      'grant',
      [
        ...tenants.map((table) => `longlist_app on ${table}: ${appendOnly[table] ?? 'delete, insert, select, update'}`),
        ...otherGrants,
      ],
      await lines(grantsSql),
    ),
    ...differences(
      'role',
      ['owner', 'app', 'portal', 'auth', 'search', 'definer'].map((role) => `longlist_${role}`),
      await lines(rolesSql),
    ),
    ...differences(
      'membership',
      ['auth', 'search', 'definer'].map((role) => `longlist_owner becomes longlist_${role}`),
      await lines(membersSql),
    ),
  ];
}

/** What a policy above lets a role do to rows of any agency in this table: `select`, `insert`, `update`. */
export function reachesAll(role: string, table: string): string[] {
  const open = new RegExp(`^${table}\\.\\w+: permissive (\\w+) to ${role} (?:using|check) true$`);
  return special.flatMap((line) => open.exec(line)?.[1] ?? []);
}

function differences(what: string, known: readonly string[], found: readonly string[]): string[] {
  return [
    ...found.filter((one) => !known.includes(one)).map((one) => `unknown ${what}: ${one}`),
    ...known.filter((one) => !found.includes(one)).map((one) => `missing ${what}: ${one}`),
  ];
}
