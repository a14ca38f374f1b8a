-- Answers of requests with an Idempotency-Key, kept for seven days.
create table idempotency (
    scope       bytea primary key,
    fingerprint bytea not null,
    status      smallint not null,
    location    text,
    etag        text,
    body        bytea,
    created_at  timestamptz not null
);

create index idempotency_created_at on idempotency (created_at);

grant select, insert, update, delete on idempotency to ${appRole};

-- Who did what; append-only for the application.
create table audit_entry (
    id         uuid primary key,
    at         timestamptz not null,
    actor      text not null,
    client     text not null,
    roles      text not null,
    action     text not null,
    subject    text not null,
    detail     text,
    request_id text not null
);

create index audit_entry_subject on audit_entry (subject, id);

grant select, insert on audit_entry to ${appRole};

-- Work that goes on after its request was answered with 202.
create table job (
    id          uuid primary key,
    kind        text not null,
    state       text not null check (state in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    done        bigint not null,
    total       bigint,
    owner       text not null,
    cancel      boolean not null default false,
    started_at  timestamptz not null,
    finished_at timestamptz,
    touched_at  timestamptz not null,
    failure     text
);

create index job_running on job (touched_at) where state = 'RUNNING';

grant select, insert, update on job to ${appRole};

-- What became of each row of a job's input; append-only for the application.
create table job_row (
    job_id  uuid not null references job,
    row     bigint not null,
    status  text not null,
    ref     text,
    problem text,
    primary key (job_id, row)
);

grant select, insert on job_row to ${appRole};
