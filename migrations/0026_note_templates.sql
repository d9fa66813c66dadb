-- up
-- Texts that an agency's notes begin with, by language.
create table note_template (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  locale text not null check (locale in ('en', 'zh', 'de')),
  name text not null check (length(name) between 1 and 80),
  body text not null check (length(body) between 1 and 50000),
  document jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id)
);
create index on note_template (agency_id, name, id);
create unique index note_template_name on note_template (agency_id, locale, lower(name));
call wall('note_template');

-- down
drop table note_template;
