-- up
-- How an agency's candidate reports look: its own forms by language; where it has none, the shipped form holds.
create table report_template (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  locale text not null check (locale in ('en', 'zh', 'de')),
  name text not null check (length(name) between 1 and 80),
  letterhead text check (length(letterhead) between 1 and 200),
  sections text[] not null,
  closing text check (length(closing) between 1 and 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id)
);
create unique index report_template_name on report_template (agency_id, locale, lower(name));
create index report_template_by_name on report_template (agency_id, name, id);
call wall('report_template');

-- Where current pay may not be asked or shown: an agency's own places, and its word on the shipped ones.
create table pay_place (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  shipped text check (shipped in ('california', 'new_york', 'eu')),
  name text not null check (length(name) between 1 and 80),
  words text[] not null default '{}',
  banned boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id)
);
create unique index pay_place_shipped on pay_place (agency_id, shipped) where shipped is not null;
create unique index pay_place_name on pay_place (agency_id, lower(name)) where shipped is null;
create index pay_place_by_name on pay_place (agency_id, name, id);
call wall('pay_place');

-- down
drop table pay_place, report_template;
