-- Roles are NOLOGIN: each pool names its own by `-c role=…`. Run at every start, by the login of DATABASE_URL.
do $$
declare
  name text;
begin
  foreach name in array array['longlist_owner', 'longlist_app', 'longlist_portal', 'longlist_auth', 'longlist_search', 'longlist_definer'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin noinherit nobypassrls', name);
    end if;
    if not pg_has_role(current_user, name, 'set') then
      execute format('grant %I to %I with inherit false, set true', name, current_user);
    end if;
  end loop;
  -- The owner hands objects over to these two; it never acts as them at run time.
  foreach name in array array['longlist_auth', 'longlist_search', 'longlist_definer'] loop
    if not pg_has_role('longlist_owner', name, 'set') then
      execute format('grant %I to longlist_owner with inherit false, set true', name);
    end if;
  end loop;
  execute format('grant connect, create on database %I to longlist_owner', current_database());
  execute format('grant temporary on database %I to longlist_app', current_database());
end
$$;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
alter schema public owner to longlist_owner;
grant usage on schema public to longlist_app, longlist_portal, longlist_auth, longlist_search, longlist_definer;
revoke create on schema public from public;
