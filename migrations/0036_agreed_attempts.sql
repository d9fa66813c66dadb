-- up
-- The submission whose permission says that the person agreed to be considered.
alter table attempt_word
  add column submission_id uuid,
  add foreign key (agency_id, submission_id) references submission (agency_id, id);
create index on attempt_word (agency_id, submission_id) where submission_id is not null;

-- down
alter table attempt_word drop column submission_id;
