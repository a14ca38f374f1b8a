create table indicator (
    id          uuid primary key,
    zone_id     uuid           not null references zone (id),
    year        int            not null,
    kind        text           not null,
    value       numeric(20, 4) not null,
    source      text           not null,
    coverage    text,
    recorded_by text           not null,
    recorded_at timestamptz    not null
);
create index indicator_zone on indicator (zone_id, id desc);
create index indicator_year on indicator (zone_id, year, kind, id desc);

grant select, insert on indicator to ${appRole};
