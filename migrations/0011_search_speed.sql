-- up
-- The same texts and grams as before, at a third of the cost: what is ASCII is folded at once, words are cut once, and
-- what is no character of Chinese, Japanese or Korean is seen by its code.
create or replace function folded(original text) returns text language sql immutable strict parallel safe
  return case when octet_length(original) = length(original) then lower(original)
    else lower(translate(normalize(regexp_replace(normalize(original, nfkd), '[\u0300-\u036f]+', '', 'g'), nfc), 'øØłŁđĐı', 'oOlLdDi')) end;

create or replace function is_cjk(word text) returns boolean language sql immutable parallel safe
  return ascii(word) >= 11904 and word ~ '^[\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]';

create or replace function word_grams(folded_text text) returns setof text language sql immutable strict parallel safe rows 100
  begin atomic
    with short as materialized (
      select word from search_words(folded_text) as word where ascii(word) >= 11904 or word !~ '[[:alnum:]]{3}')
    select substr(word, start, size)
      from short, generate_series(1, 2) as size, generate_series(1, length(word) - size + 1) as start
      where is_cjk(word)
    union all
    select word from short where not is_cjk(word) and word !~ '[[:alnum:]]{3}';
  end;

create or replace function refresh_candidate_search(ids uuid[]) returns void language sql
  set plan_cache_mode = force_generic_plan as $$
  insert into candidate_search (candidate_id, text, grams)
  select id, body, array(
      select distinct gram from word_grams(body) as gram
      union
      select unnest(array[left(word, 1), left(word, 2)]) from search_words(names) as word where not is_cjk(word))
  from (
    select id, names, concat_ws(E'\n', names, folded(known)) as body
    from (
      select c.id, folded(c.search_names) as names, concat_ws(E'\n', c.headline, c.city, c.country,
        (select string_agg(concat_ws(E'\n', o.name, o.native_name, a.title, a.team, a.level,
            (select string_agg(l.value, E'\n') from organization_alias l
              where l.agency_id = o.agency_id and l.organization_id = o.id and l.kind = 'name' and l.value <> o.name)), E'\n')
          from affiliation a join organization o on o.agency_id = a.agency_id and o.id = a.organization_id
          where a.agency_id = c.agency_id and a.candidate_id = c.id),
        (select string_agg(t.name, E'\n') from candidate_topic t
          where t.agency_id = c.agency_id and t.candidate_id = c.id and t.kind in ('area', 'skill')),
        (select string_agg(i.value, E'\n') from candidate_identifier i where i.agency_id = c.agency_id and i.candidate_id = c.id),
        (select string_agg(concat_ws(E'\n', h.value, nullif(h.value_key, h.value)), E'\n') from candidate_channel h
          where h.agency_id = c.agency_id and h.candidate_id = c.id),
        (select string_agg(p.title, E'\n') from authorship w join publication p on p.agency_id = w.agency_id and p.id = w.publication_id
          where w.agency_id = c.agency_id and w.candidate_id = c.id)) as known
      from candidate c where c.id = any(ids)) as gathered) as made
  on conflict (agency_id, candidate_id) do update set text = excluded.text, grams = excluded.grams
    where candidate_search.text <> excluded.text or candidate_search.grams <> excluded.grams
$$;

-- As before; one word, the most of what is asked, has statements that are planned once a connection: by a part of the text
-- that has trigrams, or by a gram. Both in one statement would read the whole index for the one that is not asked.
grant create on schema public to longlist_search;
set local role longlist_search;
create or replace function candidate_matches(q text, in_notes boolean) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp rows 200 as $$
declare
  agency constant uuid := current_agency();
  words constant text[] := array(select distinct word from search_words(folded(q)) as word limit 12);
  by_row text[];
  by_note text[];
  single constant text := words[1];
  part constant text := '%' || replace(replace(replace(single, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  alone constant boolean := cardinality(words) = 1;
begin
  if agency is null or cardinality(words) = 0 then
    return;
  end if;
  if alone and single ~ '[[:alnum:]]{3}' and not is_cjk(single) then
    return query select s.candidate_id from candidate_search s where s.agency_id = agency and s.text like part;
    if in_notes then
      return query select coalesce(n.candidate_id, y.candidate_id)
        from note n left join candidacy y on y.agency_id = n.agency_id and y.id = n.candidacy_id
        where n.agency_id = agency and (n.candidate_id is not null or n.candidacy_id is not null)
          and (n.visibility <> 'private' or n.author_id = current_member()) and n.search_text like part;
    end if;
    return;
  end if;
  if alone and (length(single) <= 2 or not is_cjk(single)) then
    return query select s.candidate_id from candidate_search s where s.agency_id = agency and s.grams @> array[single];
    if in_notes then
      return query select coalesce(n.candidate_id, y.candidate_id)
        from note n left join candidacy y on y.agency_id = n.agency_id and y.id = n.candidacy_id
        where n.agency_id = agency and (n.candidate_id is not null or n.candidacy_id is not null)
          and (n.visibility <> 'private' or n.author_id = current_member()) and note_grams(n.search_text) @> array[single];
    end if;
    return;
  end if;
  by_row := array(select word_condition(word, 's.text', 's.grams') from unnest(words) with ordinality as w (word, position) order by position);
  return query execute format('select s.candidate_id from candidate_search s where s.agency_id = %L and %s',
    agency, array_to_string(by_row, ' and '));
  if not in_notes then
    return;
  end if;
  by_note := array(select format('select coalesce(n.candidate_id, y.candidate_id), %s
      from note n left join candidacy y on y.agency_id = n.agency_id and y.id = n.candidacy_id
      where n.agency_id = %L and (n.candidate_id is not null or n.candidacy_id is not null)
        and (n.visibility <> ''private'' or n.author_id = %L) and %s',
      position, agency, current_member(), word_condition(word, 'n.search_text', 'note_grams(n.search_text)'))
    from unnest(words) with ordinality as w (word, position) order by position);
  return query execute format(
    'with hit (candidate_id, word) as materialized (%s),
      noted as (select candidate_id, array_agg(distinct word) as words from hit group by candidate_id)
    select noted.candidate_id from noted join candidate_search s on s.agency_id = %L and s.candidate_id = noted.candidate_id
    where %s',
    array_to_string(by_note, ' union all '), agency,
    (select string_agg(format('(%s = any(noted.words) or %s)', position, condition), ' and ')
      from unnest(by_row) with ordinality as b (condition, position)));
end
$$;
set local role longlist_owner;
revoke create on schema public from longlist_search;

-- down
grant create on schema public to longlist_search;
set local role longlist_search;
create or replace function candidate_matches(q text, in_notes boolean) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp rows 200 as $$
declare
  agency constant uuid := current_agency();
  words constant text[] := array(select distinct word from search_words(folded(q)) as word limit 12);
  by_row text[];
  by_note text[];
begin
  if agency is null or cardinality(words) = 0 then
    return;
  end if;
  by_row := array(select word_condition(word, 's.text', 's.grams') from unnest(words) with ordinality as w (word, position) order by position);
  return query execute format('select s.candidate_id from candidate_search s where s.agency_id = %L and %s',
    agency, array_to_string(by_row, ' and '));
  if not in_notes then
    return;
  end if;
  by_note := array(select format('select coalesce(n.candidate_id, y.candidate_id), %s
      from note n left join candidacy y on y.agency_id = n.agency_id and y.id = n.candidacy_id
      where n.agency_id = %L and (n.candidate_id is not null or n.candidacy_id is not null)
        and (n.visibility <> ''private'' or n.author_id = %L) and %s',
      position, agency, current_member(), word_condition(word, 'n.search_text', 'note_grams(n.search_text)'))
    from unnest(words) with ordinality as w (word, position) order by position);
  return query execute format(
    'with hit (candidate_id, word) as materialized (%s),
      noted as (select candidate_id, array_agg(distinct word) as words from hit group by candidate_id)
    select noted.candidate_id from noted join candidate_search s on s.agency_id = %L and s.candidate_id = noted.candidate_id
    where %s',
    array_to_string(by_note, ' union all '), agency,
    (select string_agg(format('(%s = any(noted.words) or %s)', position, condition), ' and ')
      from unnest(by_row) with ordinality as b (condition, position)));
end
$$;
set local role longlist_owner;
revoke create on schema public from longlist_search;
create or replace function refresh_candidate_search(ids uuid[]) returns void language sql as $$
  insert into candidate_search (candidate_id, text, grams)
  select id, body, array(
      select distinct gram from word_grams(body) as gram
      union
      select left(word, size) from search_words(names) as word, generate_series(1, 2) as size where not is_cjk(word))
  from (
    select c.id, folded(c.search_names) as names, folded(concat_ws(E'\n', c.search_names, c.headline, c.city, c.country,
      (select string_agg(concat_ws(E'\n', o.name, o.native_name, a.title, a.team, a.level,
          (select string_agg(l.value, E'\n') from organization_alias l
            where l.agency_id = o.agency_id and l.organization_id = o.id and l.kind = 'name' and l.value <> o.name)), E'\n')
        from affiliation a join organization o on o.agency_id = a.agency_id and o.id = a.organization_id
        where a.agency_id = c.agency_id and a.candidate_id = c.id),
      (select string_agg(t.name, E'\n') from candidate_topic t
        where t.agency_id = c.agency_id and t.candidate_id = c.id and t.kind in ('area', 'skill')),
      (select string_agg(i.value, E'\n') from candidate_identifier i where i.agency_id = c.agency_id and i.candidate_id = c.id),
      (select string_agg(concat_ws(E'\n', h.value, nullif(h.value_key, h.value)), E'\n') from candidate_channel h
        where h.agency_id = c.agency_id and h.candidate_id = c.id),
      (select string_agg(p.title, E'\n') from authorship w join publication p on p.agency_id = w.agency_id and p.id = w.publication_id
        where w.agency_id = c.agency_id and w.candidate_id = c.id))) as body
    from candidate c where c.id = any(ids)) as made
  on conflict (agency_id, candidate_id) do update set text = excluded.text, grams = excluded.grams
    where candidate_search.text <> excluded.text or candidate_search.grams <> excluded.grams
$$;
create or replace function word_grams(folded_text text) returns setof text language sql immutable strict parallel safe rows 100
  begin atomic
    select substr(word, start, size)
      from search_words(folded_text) as word, generate_series(1, 2) as size, generate_series(1, length(word) - size + 1) as start
      where is_cjk(word)
    union all
    select word from search_words(folded_text) as word where not is_cjk(word) and word !~ '[[:alnum:]]{3}';
  end;
create or replace function is_cjk(word text) returns boolean language sql immutable strict parallel safe
  return word ~ '^[\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]';
create or replace function folded(original text) returns text language sql immutable strict parallel safe
  return lower(translate(normalize(regexp_replace(normalize(original, nfkd), '[\u0300-\u036f]+', '', 'g'), nfc), 'øØłŁđĐı', 'oOlLdDi'));
