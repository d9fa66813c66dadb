select g.id, g.name, g.stage_group as "group", (select count(*)::int from candidacy c where c.agency_id = g.agency_id
  and c.search_id = g.search_id and c.stage_id = g.id and c.exited_at is null and c.role = 'candidate') as total
from stage g where g.agency_id = $1 and g.search_id = $2 order by g.position
