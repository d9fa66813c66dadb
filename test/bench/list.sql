select {row} from candidate c where c.agency_id = $1
order by c.updated_at desc, c.id desc limit 51
