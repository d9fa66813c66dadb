-- up
-- A comparison of packages is a file too, in the language of who reads it.
alter table export
  add column locale text not null default 'en' check (locale in ('en', 'zh', 'de')),
  drop constraint export_report_check,
  add constraint export_report_check check (report in ('candidates', 'comparison')),
  drop constraint export_format_check,
  add constraint export_format_check check (format in ('csv', 'xlsx', 'pdf'));

-- down
delete from export where report = 'comparison';
alter table export
  drop column locale,
  drop constraint export_report_check,
  add constraint export_report_check check (report in ('candidates')),
  drop constraint export_format_check,
  add constraint export_format_check check (format in ('csv'));
