-- up
-- The structured form of a note; `body` is its plain text, which search and timelines read.
alter table note add column document jsonb;
alter table note_edit add column document jsonb;

-- down
alter table note_edit drop column document;
alter table note drop column document;
