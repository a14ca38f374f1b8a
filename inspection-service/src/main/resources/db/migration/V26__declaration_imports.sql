-- Rows of imported files by what they say, so that the same file again changes nothing.

CREATE TABLE declaration_import (
    filed_by       text  NOT NULL,
    row_key        bytea NOT NULL,
    declaration_id uuid  NOT NULL REFERENCES declaration DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (filed_by, row_key)
);
CREATE INDEX declaration_import_declaration ON declaration_import (declaration_id);
GRANT SELECT, INSERT ON declaration_import TO "${appRole}";
