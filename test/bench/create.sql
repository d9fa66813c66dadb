with made as (
  insert into candidate (agency_id, display_name, headline, city, country, search_names)
  values ($1, $3, $4, $5, $6, $7) returning *),
found as (
  insert into candidate_search (agency_id, candidate_id, text, grams)
  select agency_id, id, body, note_grams(body) || array(
      select left(word, size) from search_words(folded(search_names)) as word, generate_series(1, 2) as size)
  from (select made.*, folded(concat_ws(E'\n', search_names, headline, city, country)) as body from made) as named),
told as (
  insert into event (agency_id, type, actor_id, actor_kind, candidate_id, subject_id, data)
  select agency_id, 'candidate.created', $2, 'member', id, id, jsonb_build_object('source', source) from made)
select {row} from made c
