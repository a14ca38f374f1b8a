-- What deciding needs of other services' facts beyond their dated copies (state_version): the zones of an enterprise, and
-- the warnings that a line may match.

CREATE TABLE membership_copy (
    uscc      text    NOT NULL,
    zone_code text    NOT NULL,
    active    boolean NOT NULL,
    PRIMARY KEY (uscc, zone_code)
);

CREATE TABLE risk_warning_copy (
    id          text   PRIMARY KEY,
    version     bigint NOT NULL,
    lifted      boolean NOT NULL,
    level       int    NOT NULL CHECK (level BETWEEN 1 AND 3),
    measure     text   NOT NULL,
    hs_prefix   text,
    destination text,
    uscc        text,
    valid_from  date   NOT NULL,
    valid_until date
);
CREATE INDEX risk_warning_copy_in_force ON risk_warning_copy (hs_prefix, destination, uscc) WHERE NOT lifted;

GRANT SELECT, INSERT, UPDATE ON membership_copy, risk_warning_copy TO "${appRole}";
