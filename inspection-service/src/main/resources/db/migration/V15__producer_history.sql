-- What is counted of a producer: the value of its cleared lines, and the alerts that name it.

ALTER TABLE declaration_line
    ADD value_usd_cents     bigint,
    ADD clearance_usd_cents bigint;

-- A clearance adds an entry, one that is taken back subtracts it; entries are added up by day soon after, so that lines of
-- one producer never wait for each other.
CREATE TABLE export_value_entry (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    producer  text   NOT NULL,
    day       date   NOT NULL,
    usd_cents bigint NOT NULL
);
CREATE INDEX export_value_entry_producer ON export_value_entry (producer, day) INCLUDE (usd_cents);
CREATE TABLE export_value_day (
    producer  text   NOT NULL,
    day       date   NOT NULL,
    usd_cents bigint NOT NULL,
    PRIMARY KEY (producer, day)
);

CREATE TABLE alert_copy (
    alert_id     text    NOT NULL,
    uscc         text    NOT NULL,
    returned     boolean NOT NULL,
    published_on date    NOT NULL,
    PRIMARY KEY (alert_id, uscc)
);
CREATE INDEX alert_copy_uscc ON alert_copy (uscc, published_on) INCLUDE (returned);

-- Entries are locked while they are added up, which asks for the right to update.
GRANT SELECT, INSERT, UPDATE, DELETE ON export_value_entry TO "${appRole}";
GRANT SELECT, INSERT, UPDATE ON export_value_day TO "${appRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_copy TO "${appRole}";
