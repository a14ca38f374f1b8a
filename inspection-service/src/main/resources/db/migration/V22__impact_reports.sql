-- What a rule set would have changed: reports over stored facts, how far a running one came, and part of the changed lines.

CREATE TABLE impact_report (
    id           uuid        PRIMARY KEY,
    rule_set     text        NOT NULL REFERENCES rule_set,
    digest       text        NOT NULL,
    period_from  timestamptz NOT NULL,
    period_until timestamptz NOT NULL,
    status       text        NOT NULL CHECK (status IN ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    finished_at  timestamptz,
    done         bigint      NOT NULL DEFAULT 0,
    last_at      timestamptz,
    last_id      uuid,
    tally        text,
    summary      text,
    CHECK (period_from < period_until),
    CHECK ((status = 'RUNNING') = (finished_at IS NULL)),
    CHECK ((status = 'DONE') = (summary IS NOT NULL)),
    CHECK ((last_at IS NULL) = (last_id IS NULL) AND (last_at IS NULL) = (tally IS NULL))
);
CREATE INDEX impact_report_rule_set ON impact_report (rule_set, id);

CREATE TABLE impact_enterprise (
    report_id uuid   NOT NULL REFERENCES impact_report,
    uscc      text   NOT NULL,
    changed   bigint NOT NULL,
    stricter  bigint NOT NULL,
    PRIMARY KEY (report_id, uscc)
);
CREATE INDEX impact_enterprise_most ON impact_enterprise (report_id, changed DESC, uscc);

CREATE TABLE impact_change (
    report_id      uuid NOT NULL REFERENCES impact_report,
    decision_id    uuid NOT NULL,
    uscc           text NOT NULL,
    outcome_before text NOT NULL,
    outcome_after  text NOT NULL,
    PRIMARY KEY (report_id, decision_id)
);

-- The decisions of a period in the order they were made; the cause is there so that counting reads the index alone.
CREATE INDEX decision_decided ON decision (decided_at, id) INCLUDE (cause);

GRANT SELECT, INSERT, UPDATE ON impact_report, impact_enterprise TO "${appRole}";
GRANT SELECT, INSERT ON impact_change TO "${appRole}";
