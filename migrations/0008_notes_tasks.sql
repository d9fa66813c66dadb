-- up
create table note (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid,
  organization_id uuid,
  contact_id uuid,
  search_id uuid,
  candidacy_id uuid,
  author_id uuid not null,
  visibility text not null check (visibility in ('private', 'agency', 'client')),
  body text not null check (length(body) between 1 and 50000),
  pinned boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, contact_id) references contact (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, candidacy_id) references candidacy (agency_id, id),
  foreign key (agency_id, author_id) references member (agency_id, id),
  constraint note_subject check (num_nonnulls(candidate_id, organization_id, contact_id, search_id, candidacy_id) = 1)
);
create index on note (agency_id, candidate_id, created_at desc, id desc) where candidate_id is not null;
create index on note (agency_id, organization_id, created_at desc, id desc) where organization_id is not null;
create index on note (agency_id, contact_id, created_at desc, id desc) where contact_id is not null;
create index on note (agency_id, search_id, created_at desc, id desc) where search_id is not null;
create index on note (agency_id, candidacy_id, created_at desc, id desc) where candidacy_id is not null;
create index on note (agency_id, author_id, created_at desc, id desc);
create index note_by_creation on note (agency_id, created_at, id);
call wall('note');
-- A private note is its author's alone, whatever the query above it forgets.
create policy own_private_notes on note as restrictive to longlist_app
  using (visibility <> 'private' or author_id = (select nullif(current_setting('app.member_id', true), '')::uuid));

-- What a note said before: the text and visibility that an edit replaced. What was private then stays its author's.
create table note_edit (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  note_id uuid not null,
  author_id uuid not null,
  visibility text not null check (visibility in ('private', 'agency', 'client')),
  body text not null check (length(body) between 1 and 50000),
  replaced_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, note_id) references note (agency_id, id) on delete cascade,
  foreign key (agency_id, author_id) references member (agency_id, id)
);
create index on note_edit (agency_id, note_id, id);
create index on note_edit (agency_id, author_id);
call wall('note_edit', 'select, insert');
create policy own_private_notes on note_edit as restrictive to longlist_app
  using ((visibility <> 'private' or author_id = (select nullif(current_setting('app.member_id', true), '')::uuid))
    and exists (select from note n where n.agency_id = note_edit.agency_id and n.id = note_edit.note_id));

-- Notes whose text has `q`: those that the one who asks may see.
create index note_trigrams on note using gin (agency_id, (lower(body)) gin_trgm_ops);
create policy search on note for select to longlist_search using (true);
grant select on note to longlist_search;
create function note_matches(q text) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 50 as $$
  select n.id from note n
  where n.agency_id = nullif(current_setting('app.agency_id', true), '')::uuid
    and lower(n.body) like '%' || replace(replace(replace(lower(q), '\', '\\'), '%', '\%'), '_', '\_') || '%'
    and (n.visibility <> 'private' or n.author_id = nullif(current_setting('app.member_id', true), '')::uuid)
$$;
revoke execute on function note_matches from public;
grant execute on function note_matches to longlist_app;
grant create on schema public to longlist_search;
alter function note_matches owner to longlist_search;
revoke create on schema public from longlist_search;

create table task (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid,
  organization_id uuid,
  contact_id uuid,
  search_id uuid,
  candidacy_id uuid,
  title text not null check (length(title) between 1 and 300),
  kind text not null default 'other' check (kind in ('follow_up', 'call', 'message', 'interview', 'notice', 'other')),
  due_on date,
  assignee_id uuid not null,
  created_by uuid,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, organization_id) references organization (agency_id, id),
  foreign key (agency_id, contact_id) references contact (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, candidacy_id) references candidacy (agency_id, id),
  foreign key (agency_id, assignee_id) references member (agency_id, id),
  foreign key (agency_id, created_by) references member (agency_id, id),
  constraint task_subject check (num_nonnulls(candidate_id, organization_id, contact_id, search_id, candidacy_id) <= 1)
);
create index on task (agency_id, candidate_id) where candidate_id is not null;
create index on task (agency_id, organization_id) where organization_id is not null;
create index on task (agency_id, contact_id) where contact_id is not null;
create index on task (agency_id, search_id) where search_id is not null;
create index on task (agency_id, candidacy_id) where candidacy_id is not null;
create index on task (agency_id, assignee_id, (coalesce(due_on, 'infinity')), id);
create index task_by_due on task (agency_id, (coalesce(due_on, 'infinity')), id);
create index on task (agency_id, created_by);
create index task_by_creation on task (agency_id, created_at, id);
call wall('task');

-- Every call, message, mail and meeting, with a candidate or with a contact.
create table contact_log (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  candidate_id uuid,
  contact_id uuid,
  search_id uuid,
  candidacy_id uuid,
  channel text not null check (channel in ('phone', 'wechat', 'email', 'linkedin', 'maimai', 'conference', 'referral', 'in_person')),
  direction text not null check (direction in ('outbound', 'inbound')),
  outcome text not null check (outcome in
    ('no_answer', 'left_message', 'talked', 'interested', 'not_now', 'declined', 'wrong_number', 'meeting_set')),
  text text check (length(text) <= 20000),
  notice_given boolean not null default false,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  member_id uuid not null,
  follow_up_task_id uuid,
  primary key (agency_id, id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id),
  foreign key (agency_id, contact_id) references contact (agency_id, id),
  foreign key (agency_id, search_id) references search (agency_id, id),
  foreign key (agency_id, candidacy_id) references candidacy (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id),
  foreign key (agency_id, follow_up_task_id) references task (agency_id, id) on delete set null (follow_up_task_id),
  constraint contact_log_with check (num_nonnulls(candidate_id, contact_id) = 1),
  constraint contact_log_past check (occurred_at <= recorded_at + interval '1 minute')
);
create index on contact_log (agency_id, candidate_id, occurred_at desc, id desc) where candidate_id is not null;
create index on contact_log (agency_id, contact_id, occurred_at desc, id desc) where contact_id is not null;
create index on contact_log (agency_id, search_id, occurred_at desc, id desc) where search_id is not null;
create index on contact_log (agency_id, candidacy_id, occurred_at desc, id desc) where candidacy_id is not null;
create index on contact_log (agency_id, member_id, occurred_at desc, id desc);
create index on contact_log (agency_id, follow_up_task_id) where follow_up_task_id is not null;
create index contact_log_by_day on contact_log (agency_id, occurred_at, id);
call wall('contact_log', 'select, insert');

-- down
drop table contact_log, task;
set local role longlist_search;
drop function note_matches;
set local role longlist_owner;
drop table note_edit, note;
