-- Dated reference tables, one shape for all: what a key (and sub-key) was worth from a day on, and who says so.

CREATE TABLE reference_row (
    table_name  text        NOT NULL,
    key         text        NOT NULL,
    subkey      text        NOT NULL DEFAULT '',
    valid_from  date        NOT NULL,
    valid_until date,
    value       text        NOT NULL,
    provenance  text        NOT NULL CHECK (provenance IN ('FOUND', 'SEED', 'CONFIGURED')),
    source      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (table_name, key, subkey, valid_from),
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
);

GRANT SELECT, INSERT, UPDATE ON reference_row TO "${appRole}";
