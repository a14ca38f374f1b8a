-- Applications for exemption from inspection (免验), certificates, and what their holders owe.

CREATE SEQUENCE certificate_number;
CREATE SEQUENCE status_entry MINVALUE 0 START 0;

CREATE TABLE exemption_application (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    uscc         text        NOT NULL,
    area         text        NOT NULL,
    product      text        NOT NULL,
    hs_prefixes  text[]      NOT NULL CHECK (cardinality(hs_prefixes) BETWEEN 1 AND 24),
    standard     text        NOT NULL,
    documents    text        NOT NULL,
    renews       text,
    status       text        NOT NULL CHECK (status IN ('PRELIMINARY_REVIEW', 'RETURNED', 'FILED', 'INCOMPLETE', 'ACCEPTED',
                                 'EXPERT_REVIEW', 'PROPOSED', 'APPROVED', 'REFUSED', 'NOT_ACCEPTED', 'WITHDRAWN')),
    due_on       date,
    applied_at   timestamptz NOT NULL,
    proposed_by  text,
    reason       text,
    decided_at   timestamptz,
    decided_on   date,
    certificate  text,
    CHECK ((status = 'APPROVED') = (certificate IS NOT NULL))
);
CREATE INDEX exemption_application_uscc ON exemption_application (uscc, status);
CREATE UNIQUE INDEX uq_exemption_application_renewal ON exemption_application (renews)
    WHERE status NOT IN ('REFUSED', 'NOT_ACCEPTED', 'WITHDRAWN');
CREATE INDEX exemption_application_incomplete ON exemption_application (due_on) WHERE status = 'INCOMPLETE';

CREATE TABLE certificate (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    number         text        NOT NULL,
    status_entry   bigint      NOT NULL UNIQUE,
    uscc           text        NOT NULL,
    area           text        NOT NULL,
    product        text        NOT NULL,
    hs_prefixes    text[]      NOT NULL CHECK (cardinality(hs_prefixes) BETWEEN 1 AND 24),
    standard       text        NOT NULL,
    status         text        NOT NULL CHECK (status IN ('VALID', 'SUSPENDED', 'EXPIRED', 'REVOKED')),
    valid_from     date        NOT NULL,
    valid_until    date        NOT NULL,
    rectify_by     date,
    revoked_at     timestamptz,
    revoked_on     date,
    application_id uuid UNIQUE REFERENCES exemption_application DEFERRABLE INITIALLY DEFERRED,
    renews         text,
    provenance     text CHECK (provenance IN ('FOUND', 'SEED', 'CONFIGURED')),
    source         text,
    issued_at      timestamptz NOT NULL,
    CHECK (valid_until >= valid_from),
    CHECK ((status = 'REVOKED') = (revoked_on IS NOT NULL AND revoked_at IS NOT NULL)),
    CHECK (status <> 'SUSPENDED' OR rectify_by IS NOT NULL),
    CHECK ((application_id IS NULL) = (provenance IS NOT NULL AND source IS NOT NULL))
);
CREATE UNIQUE INDEX uq_certificate_number ON certificate (number);
CREATE UNIQUE INDEX uq_certificate_renews ON certificate (renews);
CREATE INDEX certificate_uscc ON certificate (uscc, revoked_on);
CREATE INDEX certificate_term ON certificate (valid_until) WHERE status IN ('VALID', 'SUSPENDED');
CREATE INDEX certificate_rectification ON certificate (rectify_by) WHERE status = 'SUSPENDED';
CREATE INDEX certificate_not_valid ON certificate (status_entry) WHERE status IN ('SUSPENDED', 'REVOKED');

-- What every decision looks up: the certificates of a producer by the prefixes of one HS code.
CREATE TABLE certificate_prefix (
    uscc           text NOT NULL,
    hs_prefix      text NOT NULL,
    certificate_id uuid NOT NULL REFERENCES certificate,
    PRIMARY KEY (uscc, hs_prefix, certificate_id)
);
CREATE INDEX certificate_prefix_certificate ON certificate_prefix (certificate_id);

CREATE TABLE certificate_report (
    id             uuid PRIMARY KEY,
    certificate_id uuid        NOT NULL REFERENCES certificate,
    year           int         NOT NULL,
    lots           bigint      NOT NULL CHECK (lots >= 0),
    amount         text        NOT NULL,
    currency       text        NOT NULL,
    complaints     bigint      NOT NULL CHECK (complaints >= 0),
    remarks        text,
    due_on         date        NOT NULL,
    filed_by       text        NOT NULL,
    filed_at       timestamptz NOT NULL
);
CREATE UNIQUE INDEX uq_certificate_report_year ON certificate_report (certificate_id, year);

CREATE TABLE certificate_reminder (
    certificate_id uuid NOT NULL REFERENCES certificate,
    what           text NOT NULL,
    due_on         date NOT NULL,
    told_at        timestamptz NOT NULL,
    PRIMARY KEY (certificate_id, what, due_on)
);

GRANT SELECT, INSERT, UPDATE ON exemption_application, certificate TO "${appRole}";
GRANT SELECT, INSERT ON certificate_prefix, certificate_report, certificate_reminder TO "${appRole}";
GRANT USAGE ON SEQUENCE certificate_number, status_entry TO "${appRole}";
