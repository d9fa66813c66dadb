-- up
create function current_agency() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.agency_id', true), '')::uuid;
create function current_member() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.member_id', true), '')::uuid;

-- An amount as answers show it: rounded half up, once, to the currency's minor unit.
create function money(amount numeric, currency text) returns json language sql immutable parallel safe
  return case when amount is not null then json_build_object(
    'amount', round(amount, case when currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK') then 0 else 2 end)::text,
    'currency', currency) end;

-- Raises the wall of a tenant table: forced row-level security, the agency's policy, the owner's policy for migrations,
-- and the privileges that the application gets on it.
create procedure wall(tenant_table regclass, privileges text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy agency on %s to longlist_app, longlist_definer
    using (agency_id = (select nullif(current_setting(''app.agency_id'', true), '''')::uuid))', tenant_table);
  execute format('create policy migration on %s to longlist_owner using (true)', tenant_table);
  execute format('grant %s, maintain on %s to longlist_app', privileges, tenant_table);
end
$$;
revoke execute on procedure wall from public;

-- down
drop procedure wall;
drop function money(numeric, text);
drop function current_member;
drop function current_agency;
