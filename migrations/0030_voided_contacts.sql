-- up
-- A log that is taken back stays and counts for nothing. Beside what it changed stands what was there before:
-- the day of notice that it gave, the person's last contact and day of notice before it, the task that it completed.
alter table contact_log
  add column noticed_on date,
  add column former_contact_at timestamptz,
  add column former_noticed_on date,
  add column completed_task_id uuid,
  add column voided_at timestamptz,
  add column voided_by uuid,
  add foreign key (agency_id, completed_task_id) references task (agency_id, id) on delete set null (completed_task_id),
  add foreign key (agency_id, voided_by) references member (agency_id, id),
  add constraint contact_log_void check ((voided_at is null) = (voided_by is null));
create index on contact_log (agency_id, completed_task_id) where completed_task_id is not null;
create index on contact_log (agency_id, voided_by) where voided_by is not null;
grant update (voided_at, voided_by) on contact_log to longlist_app;

-- The log that made the step.
alter table stage_entry
  add column contact_log_id uuid,
  add foreign key (agency_id, contact_log_id) references contact_log (agency_id, id);
create index on stage_entry (agency_id, contact_log_id) where contact_log_id is not null;

-- down
alter table stage_entry drop column contact_log_id;
revoke update (voided_at, voided_by) on contact_log from longlist_app;
alter table contact_log
  drop column noticed_on,
  drop column former_contact_at,
  drop column former_noticed_on,
  drop column completed_task_id,
  drop column voided_at,
  drop column voided_by;
