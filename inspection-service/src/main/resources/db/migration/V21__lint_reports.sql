-- What the linter found about documents of rule sets. A report never changes; a new look makes a new one.

CREATE TABLE lint_report (
    id        uuid        PRIMARY KEY,
    rule_set  text        NOT NULL REFERENCES rule_set,
    digest    text        NOT NULL,
    errors    integer     NOT NULL CHECK (errors >= 0),
    warnings  integer     NOT NULL CHECK (warnings >= 0),
    linted_by text        NOT NULL,
    linted_at timestamptz NOT NULL,
    report    text        NOT NULL
);
CREATE INDEX lint_report_rule_set ON lint_report (rule_set, digest, id);

ALTER TABLE rule_set
    ADD COLUMN lint_report uuid,
    ADD COLUMN lint_errors integer,
    ADD CONSTRAINT rule_set_lint_whole CHECK ((lint_report IS NULL) = (lint_errors IS NULL)),
    ADD CONSTRAINT rule_set_linted CHECK (status NOT IN ('LINTED', 'IMPACT_ASSESSED') OR lint_report IS NOT NULL);

GRANT SELECT, INSERT ON lint_report TO "${appRole}";
