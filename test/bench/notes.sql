select n.id, 'candidate' as "subjectType", n.candidate_id as "subjectId", p.display_name as "subjectName", n.author_id as "authorId",
  m.name as "authorName", n.visibility, n.body, n.pinned,
  (select count(*)::int from note_edit d where d.agency_id = n.agency_id and d.note_id = n.id) as "editCount",
  n.created_at as "createdAt", n.updated_at as "updatedAt", n.version
from note n
  join candidate p on p.agency_id = n.agency_id and p.id = n.candidate_id
  left join member m on m.agency_id = n.agency_id and m.id = n.author_id
where n.agency_id = $1 and n.candidate_id = $2 and (n.visibility <> 'private' or n.author_id = $3)
order by n.created_at desc, n.id desc limit 51
