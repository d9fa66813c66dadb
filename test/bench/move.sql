with was as (
  select c.id, c.version, c.stage_id, g.stage_group, t.stage_group as to_group
  from candidacy c
    join stage g on g.agency_id = c.agency_id and g.id = c.stage_id
    join stage t on t.agency_id = c.agency_id and t.id = $3
  where c.agency_id = $1 and c.id = $2),
moved as (
  update candidacy c set stage_id = $3, rank = 'b' || to_char(clock_timestamp(), 'YYMMDDHH24MISSUS'),
    entered_stage_at = now(), updated_at = now(), version = c.version + 1
  from was where c.agency_id = $1 and c.id = was.id and c.version = was.version
  returning c.*),
logged as (
  insert into stage_entry (agency_id, candidacy_id, search_id, candidate_id, kind, from_stage_id, to_stage_id, from_group, to_group,
    occurred_at, member_id)
  select c.agency_id, c.id, c.search_id, c.candidate_id, 'moved', was.stage_id, $3, was.stage_group, was.to_group, now(), $4
  from moved c join was on was.id = c.id
  returning *),
told as (
  insert into event (agency_id, type, actor_id, actor_kind, candidate_id, search_id, subject_id, data)
  select agency_id, 'candidacy.moved', $4, 'member', candidate_id, search_id, candidacy_id, jsonb_build_object('entryId', id,
    'fromStageId', from_stage_id, 'toStageId', to_stage_id, 'fromGroup', from_group, 'toGroup', to_group)
  from logged)
select {card}
from moved c
  join candidate p on p.agency_id = c.agency_id and p.id = c.candidate_id
  join stage g on g.agency_id = c.agency_id and g.id = c.stage_id
  left join organization o on o.agency_id = p.agency_id and o.id = p.current_organization_id
  left join member m on m.agency_id = c.agency_id and m.id = c.owner_id
