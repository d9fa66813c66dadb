select {card}
from candidacy c
  join candidate p on p.agency_id = c.agency_id and p.id = c.candidate_id
  left join organization o on o.agency_id = p.agency_id and o.id = p.current_organization_id
  left join stage g on g.agency_id = c.agency_id and g.id = c.stage_id
  left join member m on m.agency_id = c.agency_id and m.id = c.owner_id
where c.agency_id = $1 and c.candidate_id = $2 order by c.updated_at desc, c.id desc limit 51
