create table zone (
    id            uuid primary key,
    version       bigint      not null,
    code          text        not null,
    name_zh       text,
    name_en       text,
    area_code     text        not null,
    industry_zh   text,
    industry_en   text,
    level         text        not null,
    status        text        not null,
    graded_from   date,
    graded_until  date,
    grade_source  text,
    grade_provenance text,
    created_by    text        not null,
    created_at    timestamptz not null,
    constraint uq_zone_code unique (code),
    constraint zone_name_given check (name_zh is not null or name_en is not null)
);
create index zone_area on zone (area_code text_pattern_ops, id desc);
create index zone_level on zone (level, id desc);
create index zone_status on zone (status, id desc);
create index zone_term on zone (graded_until) where graded_until is not null;

create table zone_heading (
    zone_id   uuid not null references zone (id),
    hs_prefix text not null,
    primary key (zone_id, hs_prefix)
);
create index zone_heading_prefix on zone_heading (hs_prefix text_pattern_ops, zone_id);

create table zone_grade (
    id            uuid primary key,
    zone_id       uuid        not null references zone (id),
    level         text        not null,
    graded_from   date        not null,
    graded_until  date,
    source        text        not null,
    provenance    text        not null,
    recorded_at   timestamptz not null,
    constraint uq_zone_grade unique (zone_id, level, graded_from)
);

grant select, insert, update on zone to ${appRole};
grant select, insert, delete on zone_heading to ${appRole};
grant select, insert, update on zone_grade to ${appRole};
