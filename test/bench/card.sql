c.id, c.search_id as "searchId", c.candidate_id as "candidateId", p.display_name as "candidateName", p.native_name as "nativeName",
p.current_title as "currentTitle", o.name as "currentOrganizationName", p.do_not_contact as "doNotContact",
p.last_contact_at as "lastContactAt", c.role, c.stage_id as "stageId", g.name as "stageName", g.stage_group as "group", c.rank,
c.owner_id as "ownerId", m.name as "ownerName", c.source, c.next_action as "nextAction", c.next_action_on as "nextActionOn",
c.entered_stage_at as "enteredStageAt", c.exited_at as "exitedAt", c.exit_party as "exitParty", c.exit_reason as "exitReason",
c.created_at as "createdAt", c.updated_at as "updatedAt", c.version
