-- up
-- Text as it is compared: without case, width, accents and composed letters.
create function folded(original text) returns text language sql immutable strict parallel safe
  return lower(translate(normalize(regexp_replace(normalize(original, nfkd), '[\u0300-\u036f]+', '', 'g'), nfc), 'øØłŁđĐı', 'oOlLdDi'));

-- The words of a question or a text: runs of Chinese, Japanese or Korean characters, and what else stands between spaces and commas.
create function search_words(folded_text text) returns setof text language sql immutable strict parallel safe rows 50
  begin atomic
    select word[1] from regexp_matches(folded_text,
      '[\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+|[^\s,;:()|"·•，、。；：（）“”\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+',
      'g') as word;
  end;
create function is_cjk(word text) returns boolean language sql immutable strict parallel safe
  return word ~ '^[\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]';

-- What has no trigram: each character and pair of characters of a Chinese run, and words without three letters or digits in a row.
create function word_grams(folded_text text) returns setof text language sql immutable strict parallel safe rows 100
  begin atomic
    select substr(word, start, size)
      from search_words(folded_text) as word, generate_series(1, 2) as size, generate_series(1, length(word) - size + 1) as start
      where is_cjk(word)
    union all
    select word from search_words(folded_text) as word where not is_cjk(word) and word !~ '[[:alnum:]]{3}';
  end;
create function note_grams(folded_text text) returns text[] language sql immutable strict parallel safe
  return array(select distinct gram from word_grams(folded_text) as gram);

-- One row a candidate: all that is found of the person, and the grams of it. The first letters of names are grams too.
create table candidate_search (
  agency_id uuid not null default current_setting('app.agency_id')::uuid references agency,
  candidate_id uuid not null,
  text text not null,
  grams text[] not null,
  primary key (agency_id, candidate_id),
  foreign key (agency_id, candidate_id) references candidate (agency_id, id) on delete cascade
);
create index candidate_search_match on candidate_search using gin (agency_id, text gin_trgm_ops, grams)
  with (gin_pending_list_limit = 512);
call wall('candidate_search');

-- Writes the search rows of these candidates anew, with the caller's own rights.
create function refresh_candidate_search(ids uuid[]) returns void language sql as $$
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
revoke execute on function refresh_candidate_search from public;
grant execute on function refresh_candidate_search to longlist_app;

-- Notes are found by their text too, by those who may read them.
alter table note add column search_text text generated always as (folded(body)) stored;
create index note_match on note using gin (agency_id, search_text gin_trgm_ops, note_grams(search_text))
  with (gin_pending_list_limit = 512) where candidate_id is not null or candidacy_id is not null;

-- One word of a question as a condition on a text and its grams: always on the index.
create function word_condition(word text, text_column text, grams_column text) returns text language sql immutable strict
  return case
    when is_cjk(word) and length(word) <= 2 then format('%s @> array[%L]', grams_column, word)
    when is_cjk(word) then format('%s @> %L::text[] and %s like %L', grams_column,
      array(select substr(word, start, 2) from generate_series(1, length(word) - 1) as start), text_column, '%' || word || '%')
    when word !~ '[[:alnum:]]{3}' then format('%s @> array[%L]', grams_column, word)
    else format('%s like %L', text_column,
      '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%')
  end;

create policy search on candidate_search for select to longlist_search using (true);
create policy search on candidacy for select to longlist_search using (true);
grant select on candidate_search, candidacy to longlist_search;

-- Ids of the candidates of whom each word of the question is known, in their search row or in a note that the member may
-- read (none where in_notes is false). The words are literals in the statement, so that each question gets its own plan.
create function candidate_matches(q text, in_notes boolean) returns setof uuid
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
revoke execute on function candidate_matches from public;
grant execute on function candidate_matches to longlist_app;
grant create on schema public to longlist_search;
alter function candidate_matches owner to longlist_search;
revoke create on schema public from longlist_search;

-- down
set local role longlist_search;
drop function candidate_matches;
set local role longlist_owner;
revoke select on candidacy from longlist_search;
drop policy search on candidacy;
drop function word_condition;
drop index note_match;
alter table note drop column search_text;
drop function refresh_candidate_search;
drop table candidate_search;
drop function note_grams, word_grams, is_cjk, search_words, folded;
