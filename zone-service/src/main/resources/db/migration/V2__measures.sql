create table measure (
    id            uuid primary key,
    zone_id       uuid        not null references zone (id),
    kind          text        not null,
    valid_from    date        not null,
    valid_until   date,
    granted_level text        not null,
    citations     jsonb       not null,
    granted_at    timestamptz not null,
    ended_at      timestamptz,
    end_reason    text
);
create index measure_zone on measure (zone_id, id desc);
create index measure_open on measure (zone_id, id) where ended_at is null;

create table measure_heading (
    measure_id uuid not null references measure (id),
    hs_prefix  text not null,
    primary key (measure_id, hs_prefix)
);

create table measure_roll (
    measure_id uuid not null references measure (id),
    uscc       text not null,
    primary key (measure_id, uscc)
);

grant select, insert, update on measure to ${appRole};
grant select, insert on measure_heading, measure_roll to ${appRole};
