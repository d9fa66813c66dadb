-- up
-- The due day of the notice for which a task was made: it is made once, and again only when that day moves.
alter table candidate add column notice_asked_for date;

-- down
alter table candidate drop column notice_asked_for;
