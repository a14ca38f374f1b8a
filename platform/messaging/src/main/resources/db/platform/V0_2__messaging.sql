-- Events between services. Owner: the service's owner role; the app role gets what each table needs, no more.

-- What this service has to tell. Positions are handed out by nextval while the aggregate's row is locked, so that they rise
-- with the version of a key; over all keys they do not rise in commit order: never read "greater than the last".
create table outbox (
    position    bigint generated always as identity (increment 1 cache 1) primary key,
    id          uuid        not null unique,
    topic       text        not null,
    key         text        not null,
    version     bigint      not null check (version > 0),
    type        text        not null,
    request_id  text,
    traceparent text,
    data        bytea       not null,
    recorded_at timestamptz not null,
    sent_at     timestamptz,
    unique (topic, key, version)
);
alter table outbox alter column data set storage external;
create index outbox_unsent on outbox (position) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;
grant select, insert, update (sent_at), delete on outbox to ${appRole};

-- Events taken in, in the transaction of their effect.
create table inbox (
    consumer    text        not null,
    event_id    text        not null,
    received_at timestamptz not null,
    primary key (consumer, event_id)
);
create index inbox_received_at on inbox using brin (received_at);
grant select, insert, delete on inbox to ${appRole};

-- Newest version that a keeper of facts has applied, for each key.
create table applied_version (
    consumer text   not null,
    topic    text   not null,
    key      text   not null,
    version  bigint not null,
    primary key (consumer, topic, key)
);
grant select, insert, update on applied_version to ${appRole};

-- Offset after the last record dealt with.
create table consumer_position (
    consumer  text   not null,
    topic     text   not null,
    partition int    not null,
    applied   bigint not null,
    primary key (consumer, topic, partition)
) with (fillfactor = 50);
grant select, insert, update on consumer_position to ${appRole};

-- Records that could not be taken in, and those that wait behind them.
create table parked_letter (
    id               uuid        primary key,
    consumer         text        not null,
    topic            text        not null,
    partition        int         not null,
    kafka_offset     bigint      not null,
    key              text,
    event_id         text,
    type             text,
    version          bigint,
    headers          jsonb       not null,
    payload          bytea,
    reason_code      text        not null,
    reason           text        not null,
    state            text        not null check (state in ('PARKED', 'WAITING', 'SUPERSEDED', 'REDRIVEN')),
    attempts         int         not null,
    parked_at        timestamptz not null,
    last_attempt_at  timestamptz not null,
    closed_at        timestamptz,
    copied_at        timestamptz,
    unique (consumer, topic, partition, kafka_offset)
);
create index parked_letter_open on parked_letter (consumer, topic, key) where state in ('PARKED', 'WAITING');
create index parked_letter_uncopied on parked_letter (parked_at) where copied_at is null;
grant select, insert, update on parked_letter to ${appRole};

-- Histories of states, append-only.
create table state_version (
    kind        text        not null,
    key         text        not null,
    version     bigint      not null check (version > 0),
    valid_from  timestamptz not null,
    recorded_at timestamptz not null,
    learned_at  timestamptz not null,
    state       text        not null,
    primary key (kind, key, version)
);
create index state_version_valid on state_version (kind, key, valid_from, version);
create index state_version_known on state_version (kind, learned_at);
grant select, insert on state_version to ${appRole};
