alter table zone add column barred_until date;

create table assessment (
    subject_id uuid primary key,
    scored     jsonb         not null,
    total      numeric(6, 2) not null,
    scored_by  text          not null,
    scored_at  timestamptz   not null
);

create table zone_review (
    id         uuid primary key,
    zone_id    uuid        not null references zone (id),
    opened_by  text        not null,
    opened_at  timestamptz not null,
    closed_at  timestamptz
);
create unique index uq_zone_review_open on zone_review (zone_id) where closed_at is null;
create index zone_review_zone on zone_review (zone_id, id desc);

create table zone_application (
    id           uuid primary key,
    version      bigint      not null,
    zone_id      uuid        not null references zone (id),
    target_level text        not null,
    state        text        not null,
    evidence     jsonb       not null,
    notice_from  date,
    notice_until date,
    announcement text,
    created_by   text        not null,
    created_at   timestamptz not null
);
create index zone_application_zone on zone_application (zone_id, id desc);
create unique index uq_zone_application_open on zone_application (zone_id)
    where state not in ('PUBLISHED', 'REFUSED', 'WITHDRAWN');

create table zone_application_step (
    id             uuid primary key,
    application_id uuid        not null references zone_application (id),
    action         text        not null,
    actor          text        not null,
    reason         text,
    at             timestamptz not null
);
create index zone_application_step_application on zone_application_step (application_id, id);

grant select, insert, update on assessment, zone_review, zone_application to ${appRole};
grant select, insert on zone_application_step to ${appRole};
