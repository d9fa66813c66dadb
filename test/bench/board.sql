select {card}
from (select y.*, row_number() over (partition by y.stage_id order by y.rank, y.id) as place from candidacy y
    where y.agency_id = $1 and y.search_id = $2 and y.exited_at is null and y.role = 'candidate') c
  join candidate p on p.agency_id = c.agency_id and p.id = c.candidate_id
  join stage g on g.agency_id = c.agency_id and g.id = c.stage_id
  left join organization o on o.agency_id = p.agency_id and o.id = p.current_organization_id
  left join member m on m.agency_id = c.agency_id and m.id = c.owner_id
where c.place <= 100 order by c.stage_id, c.place
