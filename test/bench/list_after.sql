select {row} from candidate c where c.agency_id = $1 and (c.updated_at, c.id) < ($2::timestamptz, $3::uuid)
order by c.updated_at desc, c.id desc limit 51
