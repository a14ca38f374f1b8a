-- Technical measures of other members that exports must meet, as notified to the WTO (TBT, SPS).
CREATE TABLE technical_measure (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    symbol       text        NOT NULL CONSTRAINT uq_technical_measure_symbol UNIQUE,
    kind         text        NOT NULL CHECK (kind IN ('TBT', 'SPS')),
    member       text        NOT NULL,
    hs_prefixes  text[]      NOT NULL,
    hs_keys      text[]      NOT NULL,
    notified_on  date        NOT NULL,
    comment_until date,
    adopted_on   date,
    in_force_on  date,
    withdrawn_on date,
    body         text        NOT NULL,
    bureaus      text[]      NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX technical_measure_kind ON technical_measure (kind, id);
CREATE INDEX technical_measure_member ON technical_measure (member, id);
CREATE INDEX technical_measure_notified ON technical_measure (notified_on, id);
CREATE INDEX technical_measure_hs_prefixes ON technical_measure USING gin (hs_prefixes);
CREATE INDEX technical_measure_hs_keys ON technical_measure USING gin (hs_keys);

GRANT SELECT, INSERT, UPDATE ON technical_measure TO ${appRole};
