-- Credit records: ratings, penalties and incidents; repaired or withdrawn ones stay on record and count no longer.
create table credit_record (
    id            uuid primary key,
    enterprise_id uuid        not null references enterprise (id),
    kind          text        not null,
    category      text        not null,
    severity      text,
    level         text        not null,
    occurred_on   date        not null,
    counts_until  date,
    reason        text        not null,
    instrument    text,
    cause         text,
    state         text        not null,
    lapsed        boolean     not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null,
    moved_at      timestamptz not null,
    move_reason   text,
    version       bigint      not null
);
create index credit_record_enterprise_idx on credit_record (enterprise_id, id);
create unique index credit_record_cause_key on credit_record (enterprise_id, cause) where cause is not null;
create index credit_record_lapse_idx on credit_record (counts_until, id) where not lapsed and counts_until is not null;

grant select, insert, update on credit_record to ${appRole};
