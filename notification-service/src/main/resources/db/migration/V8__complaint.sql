-- What anybody complains about. The contact is sealed (AES-256-GCM, context = complaint id) and forgotten at the end.
CREATE TABLE complaint (
    id          uuid PRIMARY KEY,
    version     bigint      NOT NULL,
    status      text        NOT NULL CHECK (status IN ('RECEIVED', 'ACCEPTED', 'RESOLVED', 'DISMISSED')),
    uscc        text,
    area_code   text,
    product     text,
    lot_no      text,
    text        text        NOT NULL,
    contact     bytea,
    answer      text,
    received_at timestamptz NOT NULL,
    ended_at    timestamptz,
    CHECK (ended_at IS NULL OR contact IS NULL)
);
CREATE INDEX complaint_status ON complaint (status, id);
CREATE INDEX complaint_uscc ON complaint (uscc, id) WHERE uscc IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON complaint TO ${appRole};
