-- Drafts beside the live rule set: which ran when, and how often which outcome would have taken the place of which.

CREATE TABLE shadow_run (
    id           uuid        PRIMARY KEY,
    rule_set     text        NOT NULL REFERENCES rule_set,
    digest       text        NOT NULL,
    started_by   text        NOT NULL,
    started_at   timestamptz NOT NULL,
    counts_from  timestamptz NOT NULL,
    counts_until timestamptz,
    ended_by     text,
    CHECK ((counts_until IS NULL) = (ended_by IS NULL))
);
CREATE INDEX shadow_run_rule_set ON shadow_run (rule_set, id);
CREATE INDEX shadow_run_ended ON shadow_run (counts_until);
CREATE UNIQUE INDEX uq_shadow_run_running ON shadow_run (rule_set) WHERE counts_until IS NULL;

CREATE TABLE shadow_count (
    run_id uuid   NOT NULL REFERENCES shadow_run,
    what   text   NOT NULL,
    times  bigint NOT NULL CHECK (times > 0),
    PRIMARY KEY (run_id, what)
);

GRANT SELECT, INSERT, UPDATE ON shadow_run, shadow_count TO "${appRole}";
