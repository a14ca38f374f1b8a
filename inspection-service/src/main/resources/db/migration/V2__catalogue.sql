-- The catalogue of commodities subject to statutory inspection, dated; an entry is never changed, only closed by a later import.

CREATE TABLE catalogue_entry (
    hs_code                text        NOT NULL,
    valid_from             date        NOT NULL,
    valid_until            date,
    name                   text        NOT NULL,
    supervision_conditions text        NOT NULL,
    inspection_categories  text        NOT NULL,
    product_risk           text        CHECK (product_risk IN ('GENERAL', 'HIGHER', 'HIGH')),
    source                 text        NOT NULL,
    recorded_at            timestamptz NOT NULL,
    PRIMARY KEY (hs_code, valid_from),
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
);

-- One row for each import that changed something: the version that a decision names.
CREATE TABLE catalogue_version (
    version     bigint      PRIMARY KEY,
    imported_at timestamptz NOT NULL,
    imported_by text        NOT NULL,
    rows        int         NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON catalogue_entry TO "${appRole}";
GRANT SELECT, INSERT ON catalogue_version TO "${appRole}";
