-- up
-- The last card of a stage is the first entry here: each move asks for it.
create index candidacy_by_rank on candidacy (agency_id, stage_id, rank);
drop index candidacy_agency_id_stage_id_idx;

-- down
create index on candidacy (agency_id, stage_id);
drop index candidacy_by_rank;
