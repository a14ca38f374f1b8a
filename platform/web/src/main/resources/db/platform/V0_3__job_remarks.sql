-- What was noticed about a row that was kept, such as a reference that may not be the source's own.
alter table job_row add column remarks text[] not null default '{}';
