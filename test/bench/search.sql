with hit as materialized (
  select s.candidate_id as id from candidate_search s where s.agency_id = $1 and s.text like $2
  union
  select coalesce(n.candidate_id, y.candidate_id)
  from note n left join candidacy y on y.agency_id = n.agency_id and y.id = n.candidacy_id
  where n.agency_id = $1 and (n.candidate_id is not null or n.candidacy_id is not null)
    and (n.visibility <> 'private' or n.author_id = $3) and n.search_text like $2)
select {row} from hit join candidate c on c.agency_id = $1 and c.id = hit.id
order by c.updated_at desc, c.id desc limit 51
