CREATE TABLE risk_warning (
    id          uuid PRIMARY KEY,
    version     bigint      NOT NULL,
    hs_prefix   text,
    destination text,
    uscc        text,
    level       smallint    NOT NULL CHECK (level BETWEEN 1 AND 3),
    measure     text        NOT NULL CHECK (measure IN ('TIGHTEN', 'SUSPEND', 'BAN')),
    valid_from  date        NOT NULL,
    valid_until date,
    status      text        NOT NULL CHECK (status IN ('ACTIVE', 'LIFTED')),
    reason      text        NOT NULL,
    alert_ids   text[]      NOT NULL,
    issued_at   timestamptz NOT NULL,
    lifted_at   timestamptz,
    lift_reason text,
    CHECK (coalesce(hs_prefix, destination, uscc) IS NOT NULL),
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
);
CREATE INDEX risk_warning_uscc ON risk_warning (uscc, id) WHERE uscc IS NOT NULL;
CREATE INDEX risk_warning_status ON risk_warning (status, id);

GRANT SELECT, INSERT, UPDATE ON risk_warning TO ${appRole};
