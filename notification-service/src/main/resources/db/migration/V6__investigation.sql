-- What stands behind an alert or a return at one enterprise, and who looks into it.
CREATE TABLE investigation (
    id            uuid PRIMARY KEY,
    version       bigint      NOT NULL,
    alert_id      uuid        NOT NULL REFERENCES alert,
    match_id      uuid        REFERENCES alert_match,
    uscc          text        NOT NULL,
    home_area     text        NOT NULL,
    area_code     text        NOT NULL,
    status        text        NOT NULL CHECK (status IN ('OPEN', 'ASSIGNED', 'CONCLUDED', 'CLOSED')),
    reason        text        NOT NULL,
    investigators text[]      NOT NULL,
    opened_at     timestamptz NOT NULL,
    due_on        date        NOT NULL,
    attribution   text,
    cause_code    text,
    conclusion    text,
    concluded_at  timestamptz,
    closed_at     timestamptz,
    CHECK ((attribution IS NULL) = (concluded_at IS NULL)),
    CHECK ((attribution IS NULL) = (cause_code IS NULL))
);
CREATE UNIQUE INDEX uq_investigation_open ON investigation (alert_id, uscc) WHERE status <> 'CLOSED';
CREATE INDEX investigation_alert ON investigation (alert_id, id);
CREATE INDEX investigation_match ON investigation (match_id) WHERE match_id IS NOT NULL;
CREATE INDEX investigation_uscc ON investigation (uscc, id);
CREATE INDEX investigation_status ON investigation (status, id);
CREATE INDEX investigation_due ON investigation (due_on, id) WHERE status IN ('OPEN', 'ASSIGNED');

GRANT SELECT, INSERT, UPDATE ON investigation TO ${appRole};
