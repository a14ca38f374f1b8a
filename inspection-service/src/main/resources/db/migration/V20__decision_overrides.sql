-- Overrides: another outcome for a decision, proposed by one person and approved or refused by a second one.

CREATE TABLE decision_override (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    decision_id     uuid        NOT NULL REFERENCES decision,
    declaration_id  uuid        NOT NULL,
    line_no         int         NOT NULL,
    from_outcome    text        NOT NULL,
    outcome         text        NOT NULL
        CHECK (outcome IN ('RELEASE', 'VERIFY', 'SAMPLE', 'FULL_INSPECTION', 'HOLD') AND outcome <> from_outcome),
    reason          text        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'REFUSED')),
    proposed_by     text        NOT NULL,
    proposer_role   text        NOT NULL,
    proposed_at     timestamptz NOT NULL,
    settled_by      text CHECK (settled_by <> proposed_by),
    settler_role    text,
    settled_at      timestamptz,
    remarks         text,
    new_decision_id uuid REFERENCES decision DEFERRABLE INITIALLY DEFERRED,
    CHECK ((status = 'PROPOSED') = (settled_by IS NULL AND settler_role IS NULL AND settled_at IS NULL)),
    CHECK ((status = 'APPROVED') = (new_decision_id IS NOT NULL)),
    FOREIGN KEY (declaration_id, line_no) REFERENCES declaration_line
);
CREATE INDEX decision_override_decision ON decision_override (decision_id, id);
CREATE INDEX decision_override_line ON decision_override (declaration_id, line_no);
CREATE UNIQUE INDEX uq_decision_override_proposed ON decision_override (decision_id) WHERE status = 'PROPOSED';
CREATE UNIQUE INDEX uq_decision_override_made ON decision_override (new_decision_id) WHERE new_decision_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON decision_override TO "${appRole}";
