-- Declarations, their lines with the clearance in force, and the decisions of each line (append-only).

CREATE SEQUENCE declaration_number;
CREATE SEQUENCE clearance_number;

CREATE TABLE declaration (
    id                       uuid PRIMARY KEY,
    declaration_no           text        NOT NULL UNIQUE,
    version                  bigint      NOT NULL,
    revision                 bigint      NOT NULL,
    filed_by                 text        NOT NULL,
    reference                text,
    consignor                text        NOT NULL,
    agent                    text,
    zone_code                text,
    destination              text        NOT NULL,
    purpose                  text        NOT NULL,
    certificate_requested    boolean     NOT NULL,
    direct_release_requested boolean     NOT NULL,
    place_of_production      text,
    shipment_date            date        NOT NULL,
    evidence                 text        NOT NULL,
    status                   text        NOT NULL CHECK (status IN ('DECIDED', 'IN_INSPECTION', 'CLOSED', 'WITHDRAWN')),
    outcome                  text        NOT NULL,
    declared_at              timestamptz NOT NULL,
    notices                  text        NOT NULL
);
CREATE UNIQUE INDEX uq_declaration_reference ON declaration (filed_by, reference) WHERE reference IS NOT NULL;

CREATE TABLE declaration_line (
    declaration_id uuid           NOT NULL REFERENCES declaration,
    line_no        int            NOT NULL CHECK (line_no BETWEEN 1 AND 999),
    producer       text           NOT NULL,
    hs_code        text           NOT NULL,
    product        text           NOT NULL,
    quantity       numeric(16, 3) NOT NULL CHECK (quantity > 0),
    unit           text           NOT NULL,
    items          bigint,
    value_amount   numeric(15, 2) NOT NULL,
    value_currency text           NOT NULL,
    lot_no         text           NOT NULL,
    area           text           NOT NULL,
    removed        boolean        NOT NULL DEFAULT false,
    decision_id    uuid           NOT NULL,
    clearance_state       text        NOT NULL CHECK (clearance_state IN ('CLEARED', 'PENDING', 'REFUSED')),
    clearance_number      text UNIQUE,
    clearance_since       timestamptz NOT NULL,
    clearance_valid_until timestamptz,
    clearance_basis       text        NOT NULL
        CHECK (clearance_basis IN ('decision', 'documents', 'inspection', 'corrective-action', 'override')),
    PRIMARY KEY (declaration_id, line_no)
);

-- Who may see a declaration and which lists it is in: one row for each party ('c:', 'p:', 'g:' and the credit code)
-- and for each prefix of each area of production ('a:33', 'a:3302', 'a:330226'); a list is a walk along this index.
CREATE TABLE declaration_scope (
    scope          text NOT NULL,
    declaration_id uuid NOT NULL REFERENCES declaration,
    PRIMARY KEY (scope, declaration_id)
);
CREATE INDEX declaration_scope_declaration ON declaration_scope (declaration_id);

CREATE TABLE decision (
    id               uuid PRIMARY KEY,
    declaration_id   uuid        NOT NULL,
    line_no          int         NOT NULL,
    outcome          text        NOT NULL,
    mode             text        NOT NULL,
    rule_set_version text        NOT NULL,
    digest           text        NOT NULL,
    facts            bytea       NOT NULL,
    record           bytea       NOT NULL,
    cause            text CHECK (cause IN ('FACTS_ARRIVED', 'AMENDED', 'OVERRIDE', 'HOLD_LIFTED')),
    supersedes       uuid REFERENCES decision DEFERRABLE INITIALLY DEFERRED,
    decided_at       timestamptz NOT NULL,
    FOREIGN KEY (declaration_id, line_no) REFERENCES declaration_line DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX decision_line ON decision (declaration_id, line_no);
CREATE UNIQUE INDEX decision_supersedes ON decision (supersedes) WHERE supersedes IS NOT NULL;

ALTER TABLE declaration_line ADD FOREIGN KEY (decision_id) REFERENCES decision DEFERRABLE INITIALLY DEFERRED;
CREATE UNIQUE INDEX declaration_line_decision ON declaration_line (decision_id);

GRANT USAGE ON SEQUENCE declaration_number, clearance_number TO "${appRole}";
GRANT SELECT, INSERT, UPDATE ON declaration, declaration_line TO "${appRole}";
GRANT SELECT, INSERT ON declaration_scope, decision TO "${appRole}";
