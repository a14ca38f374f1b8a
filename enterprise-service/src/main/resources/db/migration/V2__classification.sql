-- Class assessments: proposed by one person (or by a rule, from a result), decided by a second.
create table class_assessment (
    id              uuid primary key,
    enterprise_id   uuid        not null references enterprise (id),
    from_class      text        not null,
    proposed_class  text        not null,
    elements        jsonb       not null,
    reason          text        not null,
    origin          text        not null,
    cause           text,
    restores        uuid references class_assessment (id),
    state           text        not null,
    proposed_by     text        not null,
    proposed_at     timestamptz not null,
    decided_by      text,
    decided_on      date,
    decided_at      timestamptz,
    decision_reason text,
    version         bigint      not null
);
create index class_assessment_enterprise_idx on class_assessment (enterprise_id, id);
create index class_assessment_restores_idx on class_assessment (restores) where restores is not null;
create unique index class_assessment_cause_key on class_assessment (enterprise_id, cause) where cause is not null;

grant select, insert, update on class_assessment to ${appRole};
