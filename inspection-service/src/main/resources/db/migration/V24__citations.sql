-- What was recorded of legal instruments, and how many decisions rest on which rule and instrument.

CREATE TABLE instrument_status (
    instrument   text        NOT NULL,
    version      bigint      NOT NULL CHECK (version > 0),
    status       text        NOT NULL CHECK (status IN ('IN_FORCE', 'REPEALED')),
    effective_on date        NOT NULL,
    source       text        NOT NULL,
    recorded_by  text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (instrument, version)
);
CREATE INDEX instrument_status_repealed ON instrument_status (instrument, version) WHERE status = 'REPEALED';

-- Counted behind the decisions, in the order they were made, up to the position.
CREATE TABLE rule_use (
    rule_set  text   NOT NULL,
    rule      text   NOT NULL,
    decisions bigint NOT NULL,
    PRIMARY KEY (rule_set, rule)
);
CREATE TABLE instrument_use (
    instrument text   NOT NULL,
    rule_set   text   NOT NULL,
    decisions  bigint NOT NULL,
    PRIMARY KEY (instrument, rule_set)
);
CREATE TABLE use_position (
    one           boolean     PRIMARY KEY DEFAULT true CHECK (one),
    last_at       timestamptz NOT NULL,
    last_id       uuid        NOT NULL,
    counted_until timestamptz NOT NULL
);

GRANT SELECT, INSERT ON instrument_status TO "${appRole}";
GRANT SELECT, INSERT, UPDATE ON rule_use, instrument_use, use_position TO "${appRole}";
