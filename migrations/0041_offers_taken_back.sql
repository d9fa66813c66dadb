-- up
-- A step of an offer that is taken back stays and counts for nothing. Beside it stands what made it, where nobody made it by
-- itself, and the placement that it made or ended.
alter table offer_step
  add column made_by_id uuid,
  add column exit_entry_id uuid,
  add column placement_id uuid,
  add column voided_at timestamptz,
  add column voided_by uuid,
  add foreign key (agency_id, made_by_id) references offer_step (agency_id, id),
  add foreign key (agency_id, exit_entry_id) references stage_entry (agency_id, id),
  add foreign key (agency_id, placement_id) references placement (agency_id, id) on delete set null (placement_id),
  add foreign key (agency_id, voided_by) references member (agency_id, id);
create index on offer_step (agency_id, made_by_id) where made_by_id is not null;
create index on offer_step (agency_id, exit_entry_id) where exit_entry_id is not null;
create index on offer_step (agency_id, placement_id) where placement_id is not null;
create index on offer_step (agency_id, voided_by) where voided_by is not null;
grant update (voided_at, voided_by) on offer_step to longlist_app;

-- The step of an offer that moved the candidacy, or ended it.
alter table stage_entry
  add column offer_step_id uuid,
  add foreign key (agency_id, offer_step_id) references offer_step (agency_id, id);
create index on stage_entry (agency_id, offer_step_id) where offer_step_id is not null;

-- down
alter table stage_entry drop column offer_step_id;
revoke update (voided_at, voided_by) on offer_step from longlist_app;
alter table offer_step
  drop column made_by_id,
  drop column exit_entry_id,
  drop column placement_id,
  drop column voided_at,
  drop column voided_by;
