-- up
create schema auth;
grant usage on schema auth to longlist_auth;

create table auth."user" (
  id uuid primary key default uuidv7(),
  name text not null,
  email text not null unique check (email = lower(email)),
  "emailVerified" boolean not null default false,
  image text,
  "twoFactorEnabled" boolean not null default false,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id uuid primary key default uuidv7(),
  token text not null unique,
  "userId" uuid not null references auth."user" on delete cascade,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "memberId" uuid,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.session ("userId");
create table auth.account (
  id uuid primary key default uuidv7(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index on auth.account ("userId");
create table auth.verification (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.verification (identifier);
create table auth."twoFactor" (
  id uuid primary key default uuidv7(),
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  verified boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" timestamptz
);
create index on auth."twoFactor" ("userId");
create index on auth."twoFactor" (secret);
-- One-time links that make an agency and its owner; only the hash of the token is kept.
create table auth.welcome (
  token_hash text primary key,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
-- Failures to prove oneself by a password, in the last 15 minutes; the account is a hash.
create table auth.failure (
  account text primary key,
  moments timestamptz[] not null,
  last_at timestamptz not null
);
create index on auth.failure (last_at);
-- Counters of the rate limits, one row a window: shared by all processes.
create table auth.rate (
  key text not null,
  window_start timestamptz not null,
  hits integer not null check (hits >= 0),
  primary key (key, window_start)
);
grant select, insert, update, delete on all tables in schema auth to longlist_auth;

create table agency (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}$'),
  name text not null check (length(name) between 1 and 200),
  time_zone text not null default 'UTC',
  currency text not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
  locale text not null default 'en' check (locale in ('en', 'zh', 'de')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
alter table agency enable row level security;
alter table agency force row level security;
create policy agency on agency to longlist_app, longlist_definer
  using (id = (select nullif(current_setting('app.agency_id', true), '')::uuid));
create policy migration on agency to longlist_owner using (true);
create policy sign_in on agency for select to longlist_auth using (true);
create policy founding on agency for insert to longlist_auth with check (true);
grant select, update on agency to longlist_app;
grant select, insert on agency to longlist_auth;

create table member (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  auth_user_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) <= 320),
  role text not null check (role in ('owner', 'admin', 'headhunter', 'researcher', 'hr', 'client_hr', 'hiring_manager')),
  client_id uuid,
  locale text check (locale in ('en', 'zh', 'de')),
  suspended_at timestamptz,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  unique (agency_id, email),
  unique (agency_id, auth_user_id),
  constraint member_client check ((role in ('client_hr', 'hiring_manager')) = (client_id is not null))
);
create index on member (auth_user_id);
create index on member (agency_id, name, id);
create index on member (agency_id, created_at, id);
call wall('member');
create policy sign_in on member for select to longlist_auth using (true);
create policy founding on member for insert to longlist_auth with check (true);
create policy seen on member for update to longlist_auth using (true);
grant select, insert, update (last_seen_at) on member to longlist_auth;

create table invitation (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  token_hash text not null unique,
  email text not null check (email = lower(email) and length(email) <= 320),
  name text not null check (length(name) between 1 and 200),
  role text not null check (role in ('owner', 'admin', 'headhunter', 'researcher', 'hr', 'client_hr', 'hiring_manager')),
  client_id uuid,
  invited_by uuid not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, invited_by) references member (agency_id, id),
  constraint invitation_client check ((role in ('client_hr', 'hiring_manager')) = (client_id is not null))
);
create unique index invitation_open on invitation (agency_id, email) where accepted_at is null and revoked_at is null;
create index on invitation (agency_id, invited_by);
create index on invitation (agency_id, created_at, id);
call wall('invitation');
create policy sign_in on invitation for select to longlist_auth using (true);
create policy accepting on invitation for update to longlist_auth using (true);
grant select, update on invitation to longlist_auth;

create table api_key (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 200),
  prefix text not null,
  key_hash text not null unique,
  permissions text[] not null check (cardinality(permissions) between 1 and 100),
  member_id uuid not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on api_key (agency_id, member_id);
create index on api_key (agency_id, created_at, id);
call wall('api_key');
create policy sign_in on api_key for select to longlist_auth using (true);
create policy seen on api_key for update to longlist_auth using (true);
grant select, update (last_used_at) on api_key to longlist_auth;

-- Before the agency is known exactly three functions answer, as longlist_auth. The first two also set the walls of the transaction.
create function session_actor(session_token text)
  returns table (agency_id uuid, member_id uuid, role text, name text, client_id uuid, suspended boolean, permissions text[], time_zone text, session_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  select m.agency_id, m.id, m.role, m.name, m.client_id, m.suspended_at is not null, null::text[], a.time_zone, s.id
    into agency_id, member_id, role, name, client_id, suspended, permissions, time_zone, session_id
  from auth.session s
  join public.member m on m.auth_user_id = s."userId" and m.id = coalesce(s."memberId", m.id)
  join public.agency a on a.id = m.agency_id
  where s.token = session_token and s."expiresAt" > now()
  order by m.id limit 1;
  if found then
    perform set_config('app.agency_id', agency_id::text, true), set_config('app.member_id', member_id::text, true);
    return next;
  end if;
end
$$;
create function api_key_actor(hash text)
  returns table (agency_id uuid, member_id uuid, role text, name text, client_id uuid, suspended boolean, permissions text[], time_zone text, session_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  select m.agency_id, m.id, m.role, m.name, m.client_id, m.suspended_at is not null, k.permissions, a.time_zone, k.id
    into agency_id, member_id, role, name, client_id, suspended, permissions, time_zone, session_id
  from public.api_key k
  join public.member m on m.agency_id = k.agency_id and m.id = k.member_id
  join public.agency a on a.id = m.agency_id
  where k.key_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
  if found then
    perform set_config('app.agency_id', agency_id::text, true), set_config('app.member_id', member_id::text, true);
    return next;
  end if;
end
$$;
create function agency_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select id from public.agency order by id $$;
revoke execute on function session_actor, api_key_actor, agency_ids from public;
grant execute on function session_actor, api_key_actor, agency_ids to longlist_app;
-- The new owner of a function needs create on its schema for the hand-over alone.
grant create on schema public to longlist_auth;
alter function session_actor owner to longlist_auth;
alter function api_key_actor owner to longlist_auth;
alter function agency_ids owner to longlist_auth;
revoke create on schema public from longlist_auth;

create table setting (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('tag', 'role_family')),
  name text not null check (length(name) between 1 and 80),
  color text check (color in ('gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink')),
  position integer not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id)
);
create unique index setting_name on setting (agency_id, kind, lower(name)) where archived_at is null;
create index on setting (agency_id, position, id);
create index on setting (agency_id, name, id);
call wall('setting');

create table custom_field (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  key text not null check (key ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
  label text not null check (length(label) between 1 and 80),
  kind text not null check (kind in ('text', 'number', 'day', 'choice', 'flag')),
  choices text[] not null default '{}',
  position integer not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id)
);
create unique index custom_field_key on custom_field (agency_id, key) where archived_at is null;
create index on custom_field (agency_id, position, id);
create index on custom_field (agency_id, label, id);
call wall('custom_field');

create table pipeline (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 80),
  is_default boolean not null default false,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id)
);
create unique index pipeline_default on pipeline (agency_id) where is_default and archived_at is null;
create index on pipeline (agency_id, name, id);
call wall('pipeline');
create table pipeline_stage (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  pipeline_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  stage_group text not null check (stage_group in
    ('longlist', 'contacted', 'qualified', 'presented', 'client_interview', 'finalist', 'offer', 'accepted', 'placed')),
  position integer not null check (position >= 0),
  primary key (agency_id, id),
  unique (agency_id, pipeline_id, position) deferrable initially deferred,
  foreign key (agency_id, pipeline_id) references pipeline (agency_id, id) on delete cascade
);
call wall('pipeline_stage');
-- An agency is founded by the role of sign-in, in the transaction that makes its owner's login.
create policy founding on setting to longlist_auth using (agency_id = (select nullif(current_setting('app.agency_id', true), '')::uuid));
create policy founding on pipeline to longlist_auth using (agency_id = (select nullif(current_setting('app.agency_id', true), '')::uuid));
create policy founding on pipeline_stage to longlist_auth using (agency_id = (select nullif(current_setting('app.agency_id', true), '')::uuid));
grant select, insert on setting, pipeline, pipeline_stage to longlist_auth;

create table saved_view (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  member_id uuid not null,
  subject text not null check (subject in ('candidates', 'organizations', 'searches', 'candidacies', 'tasks')),
  name text not null check (length(name) between 1 and 120),
  query text not null check (length(query) <= 4000),
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on saved_view (agency_id, member_id);
create index on saved_view (agency_id, name, id);
call wall('saved_view');
create table saved_view_pin (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  id uuid not null default uuidv7(),
  saved_view_id uuid not null,
  member_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, saved_view_id, member_id),
  foreign key (agency_id, saved_view_id) references saved_view (agency_id, id) on delete cascade,
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on saved_view_pin (agency_id, member_id);
call wall('saved_view_pin');

create table idempotency (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  member_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  request_hash text not null,
  body text,
  created_at timestamptz not null default now(),
  primary key (agency_id, member_id, key),
  foreign key (agency_id, member_id) references member (agency_id, id)
);
create index on idempotency (agency_id, created_at);
call wall('idempotency');

-- down
drop table idempotency, saved_view_pin, saved_view, pipeline_stage, pipeline, custom_field, setting;
set local role longlist_auth;
drop function agency_ids, api_key_actor, session_actor;
set local role longlist_owner;
drop table api_key, invitation, member, agency;
drop schema auth cascade;
