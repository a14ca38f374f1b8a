-- Enterprises: one row per unified social credit code. Contacts are personal data: never in an event, never in history.
create table enterprise (
    id                uuid primary key,
    uscc              text        not null,
    name_zh           text,
    name_en           text,
    area_code         text        not null,
    province_code     text        not null generated always as (left(area_code, 2)) stored,
    city_code         text        not null generated always as (left(area_code, 4)) stored,
    address           text        not null,
    contacts          jsonb       not null,
    certifications    jsonb       not null,
    quality_class     text        not null,
    class_since       date,
    class_valid_until date,
    credit_level      text        not null,
    status            text        not null,
    suspension_scope  text,
    suspension_from   date,
    suspension_until  date,
    suspension_reason text,
    titles            jsonb       not null,
    penalties         jsonb       not null,
    search_text       text        not null,
    search_grams      text[]      not null,
    version           bigint      not null,
    valid_from        timestamptz not null,
    recorded_at       timestamptz not null,
    constraint uq_enterprise_uscc unique (uscc),
    constraint enterprise_named check (name_zh is not null or name_en is not null),
    constraint enterprise_suspended_whole check ((suspension_scope is null) = (suspension_from is null))
);

-- Lists run newest first (id is UUIDv7) below one area prefix, class or status; the included columns let the other filters
-- be answered from the index alone.
create index enterprise_county_idx on enterprise (area_code, id) include (quality_class, status);
create index enterprise_city_idx on enterprise (city_code, id) include (quality_class, status);
create index enterprise_province_idx on enterprise (province_code, id) include (quality_class, status);
create index enterprise_class_idx on enterprise (quality_class, id) include (status);
create index enterprise_status_idx on enterprise (status, id) include (quality_class);
-- Two-character grams of names and code: works for Chinese words of two characters under any locale.
create index enterprise_search_idx on enterprise using gin (search_grams);
create index enterprise_suspension_end_idx on enterprise (suspension_until, id) where suspension_until is not null;
create index enterprise_class_end_idx on enterprise (class_valid_until, id) where class_valid_until is not null;

-- Declaring agents an enterprise lists; the day before from_day and the day after until_day they may not file for it.
create table agent_listing (
    enterprise_id uuid not null references enterprise (id),
    agent_uscc    text not null,
    from_day      date not null,
    until_day     date,
    version       bigint not null,
    primary key (enterprise_id, agent_uscc)
);
create index agent_listing_agent_idx on agent_listing (agent_uscc, enterprise_id);

create table product (
    enterprise_id uuid   not null references enterprise (id),
    id            uuid   not null,
    hs_code       text   not null,
    name_zh       text,
    name_en       text,
    brand         text,
    model         text,
    standard      text,
    version       bigint not null,
    primary key (enterprise_id, id)
);

-- Copy of memberships kept from qz.membership: the zone filter of the list and the titles of the enterprise.
create table zone_membership (
    zone_code text   not null,
    uscc      text   not null,
    version   bigint not null,
    active    boolean not null,
    titles    jsonb  not null,
    primary key (zone_code, uscc)
);
create index zone_membership_uscc_idx on zone_membership (uscc);

grant select, insert, update on enterprise to ${appRole};
grant select, insert, update, delete on agent_listing to ${appRole};
grant select, insert, update, delete on product to ${appRole};
grant select, insert, update on zone_membership to ${appRole};
