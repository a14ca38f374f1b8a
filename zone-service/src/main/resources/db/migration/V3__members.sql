create table membership (
    id       uuid primary key,
    version  bigint not null,
    zone_id  uuid   not null references zone (id),
    uscc     text   not null,
    status   text   not null,
    since    date   not null,
    until    date,
    constraint uq_membership_zone_uscc unique (zone_id, uscc)
);
create index membership_zone on membership (zone_id, id desc);
create index membership_zone_status on membership (zone_id, status, id desc);
create index membership_uscc on membership (uscc, id desc);

create table membership_title (
    id            uuid primary key,
    membership_id uuid not null references membership (id),
    kind          text not null,
    valid_from    date not null,
    valid_until   date,
    stripped_on   date,
    strip_reason  text
);
create index membership_title_membership on membership_title (membership_id, id);
create unique index uq_membership_title_held on membership_title (membership_id, kind) where stripped_on is null;

grant select, insert, update on membership, membership_title to ${appRole};
