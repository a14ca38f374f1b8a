-- The quality file of an enterprise: one entry for each event of any service that concerns it. Entries are never changed.
create table dossier_entry (
    id          uuid primary key,
    uscc        text        not null,
    event_id    text        not null,
    topic       text        not null,
    type        text        not null,
    subject     text        not null,
    version     bigint      not null,
    part        text        not null,
    valid_from  timestamptz not null,
    recorded_at timestamptz not null,
    request_id  text,
    summary     jsonb       not null,
    constraint dossier_entry_event_key unique (uscc, event_id)
);
-- Ids are made of the event's own time: this is the order of the time line.
create index dossier_entry_time_idx on dossier_entry (uscc, id);

grant select, insert on dossier_entry to ${appRole};
