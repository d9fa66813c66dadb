c.id, c.display_name as "displayName", c.given_name as "givenName", c.family_name as "familyName", c.native_name as "nativeName",
c.romanized_name as "romanizedName", c.headline, c.role_family_id as "roleFamilyId",
(select x.name from setting x where x.agency_id = c.agency_id and x.id = c.role_family_id) as "roleFamilyName",
c.seniority, c.city, c.country, c.owner_id as "ownerId",
(select x.name from member x where x.agency_id = c.agency_id and x.id = c.owner_id) as "ownerName",
c.current_organization_id as "currentOrganizationId",
(select x.name from organization x where x.agency_id = c.agency_id and x.id = c.current_organization_id) as "currentOrganizationName",
c.current_title as "currentTitle",
(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'color', s.color) order by s.position, s.name), '[]')
  from candidate_tag g join setting s on s.agency_id = g.agency_id and s.id = g.tag_id
  where g.agency_id = c.agency_id and g.candidate_id = c.id) as tags,
c.do_not_contact as "doNotContact", c.source, c.law, c.last_contact_at as "lastContactAt", c.import_id as "importId",
c.archived_at as "archivedAt", c.created_at as "createdAt", c.updated_at as "updatedAt", c.version
