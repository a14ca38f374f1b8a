-- After the decision: verified documents, inspections and their results, corrective action, and the switching states.

CREATE TABLE document_verification (
    id             uuid PRIMARY KEY,
    declaration_id uuid        NOT NULL,
    line_no        int         NOT NULL,
    decision_id    uuid        NOT NULL REFERENCES decision,
    conforming     boolean     NOT NULL,
    remarks        text,
    verified_by    text        NOT NULL,
    verified_at    timestamptz NOT NULL,
    FOREIGN KEY (declaration_id, line_no) REFERENCES declaration_line
);
CREATE INDEX document_verification_line ON document_verification (declaration_id, line_no);
CREATE UNIQUE INDEX uq_document_verification_decision ON document_verification (decision_id);

CREATE TABLE corrective_action (
    id                   uuid PRIMARY KEY,
    version              bigint      NOT NULL,
    declaration_id       uuid        NOT NULL,
    line_no              int         NOT NULL,
    consignor            text        NOT NULL,
    agent                text,
    producer             text        NOT NULL,
    hs_code              text        NOT NULL,
    lot_no               text        NOT NULL,
    area                 text        NOT NULL,
    cause                text        NOT NULL CHECK (cause IN ('INSPECTION', 'DOCUMENTS')),
    status               text        NOT NULL CHECK (status IN ('OPEN', 'SUBMITTED', 'VERIFIED', 'REJECTED')),
    deadline             date        NOT NULL,
    opened_at            timestamptz NOT NULL,
    measures             text,
    closed_at            timestamptz,
    inspection_id        uuid,
    rework_inspection_id uuid,
    FOREIGN KEY (declaration_id, line_no) REFERENCES declaration_line DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX corrective_action_line ON corrective_action (declaration_id, line_no);
CREATE INDEX corrective_action_open ON corrective_action (producer, deadline) WHERE status IN ('OPEN', 'SUBMITTED');
CREATE UNIQUE INDEX corrective_action_inspection ON corrective_action (inspection_id) WHERE inspection_id IS NOT NULL;
CREATE UNIQUE INDEX corrective_action_rework ON corrective_action (rework_inspection_id)
    WHERE rework_inspection_id IS NOT NULL;

CREATE TABLE inspection (
    id                   uuid PRIMARY KEY,
    version              bigint      NOT NULL,
    declaration_id       uuid        NOT NULL,
    line_no              int         NOT NULL,
    kind                 text        NOT NULL CHECK (kind IN ('ORIGINAL', 'AFTER_REWORK')),
    consignor            text        NOT NULL,
    agent                text,
    producer             text        NOT NULL,
    hs_code              text        NOT NULL,
    lot_no               text        NOT NULL,
    area                 text        NOT NULL,
    outcome              text        NOT NULL,
    severity             text        NOT NULL CHECK (severity IN ('NORMAL', 'TIGHTENED', 'REDUCED')),
    rule_set_version     text        NOT NULL,
    plans                text        NOT NULL,
    status               text        NOT NULL CHECK (status IN ('OPEN', 'ASSIGNED', 'ACCEPTED', 'REJECTED', 'CANCELLED')),
    assignee             text,
    due_on               date        NOT NULL,
    opened_at            timestamptz NOT NULL,
    result               text,
    judged_at            timestamptz,
    judged_by            text,
    corrective_action_id uuid REFERENCES corrective_action DEFERRABLE INITIALLY DEFERRED,
    CHECK ((status IN ('ACCEPTED', 'REJECTED')) = (judged_at IS NOT NULL AND judged_by IS NOT NULL AND result IS NOT NULL)),
    FOREIGN KEY (declaration_id, line_no) REFERENCES declaration_line DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX inspection_line ON inspection (declaration_id, line_no);
CREATE UNIQUE INDEX inspection_waiting ON inspection (declaration_id, line_no) WHERE status IN ('OPEN', 'ASSIGNED');
CREATE UNIQUE INDEX inspection_corrective_action ON inspection (corrective_action_id)
    WHERE corrective_action_id IS NOT NULL;
CREATE INDEX inspection_originals ON inspection (producer, judged_at) INCLUDE (status)
    WHERE kind = 'ORIGINAL' AND judged_at IS NOT NULL;

ALTER TABLE corrective_action ADD FOREIGN KEY (inspection_id) REFERENCES inspection DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE corrective_action
    ADD FOREIGN KEY (rework_inspection_id) REFERENCES inspection DEFERRABLE INITIALLY DEFERRED;

-- Who may see which inspection ('inspection') or corrective action ('corrective-action'), under the keys of its one line.
CREATE TABLE work_scope (
    kind  text NOT NULL,
    scope text NOT NULL,
    id    uuid NOT NULL,
    PRIMARY KEY (kind, scope, id)
);

-- Switching state of a producer and an HS heading; no row: normal inspection, no lot inspected yet.
CREATE TABLE sampling_state (
    uscc               text        NOT NULL,
    hs_heading         text        NOT NULL,
    state              text        NOT NULL CHECK (state IN ('NORMAL', 'TIGHTENED', 'REDUCED', 'SUSPENDED')),
    score              int         NOT NULL,
    recent             text        NOT NULL,
    rejected_tightened int         NOT NULL,
    changed_at         timestamptz NOT NULL,
    PRIMARY KEY (uscc, hs_heading)
);

GRANT SELECT, INSERT ON document_verification, work_scope TO "${appRole}";
GRANT SELECT, INSERT, UPDATE ON corrective_action, inspection, sampling_state TO "${appRole}";
