-- What was learned when: histories beside the tables that keep only the newest, so that past knowledge can be read.
-- A row "backfilled" here may have had an earlier form that nobody kept.

CREATE TABLE catalogue_entry_version (
    seq                    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hs_code                text        NOT NULL,
    valid_from             date        NOT NULL,
    valid_until            date,
    name                   text        NOT NULL,
    supervision_conditions text        NOT NULL,
    inspection_categories  text        NOT NULL,
    product_risk           text,
    source                 text        NOT NULL,
    recorded_at            timestamptz NOT NULL,
    backfilled             boolean     NOT NULL DEFAULT false
);
CREATE INDEX catalogue_entry_version_code ON catalogue_entry_version (hs_code, valid_from, recorded_at, seq);
CREATE INDEX catalogue_version_imported ON catalogue_version (imported_at);

CREATE TABLE reference_row_version (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name  text        NOT NULL,
    key         text        NOT NULL,
    subkey      text        NOT NULL,
    valid_from  date        NOT NULL,
    valid_until date,
    value       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    backfilled  boolean     NOT NULL DEFAULT false
);
CREATE INDEX reference_row_version_key
    ON reference_row_version (table_name, key, subkey, valid_from, recorded_at, seq);

CREATE TABLE sampling_state_version (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uscc       text        NOT NULL,
    hs_heading text        NOT NULL,
    state      text        NOT NULL,
    changed_at timestamptz NOT NULL,
    backfilled boolean     NOT NULL DEFAULT false
);
CREATE INDEX sampling_state_version_key ON sampling_state_version (uscc, hs_heading, changed_at, seq);

CREATE TABLE corrective_action_version (
    action_id   uuid        NOT NULL REFERENCES corrective_action DEFERRABLE INITIALLY DEFERRED,
    version     bigint      NOT NULL,
    status      text        NOT NULL,
    deadline    date        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (action_id, version)
);

-- What each version of a warning is about, and which enterprises each version of an alert names; when a version held and
-- when it was learned is in state_version.
CREATE TABLE risk_warning_version (
    id          text    NOT NULL,
    version     bigint  NOT NULL,
    lifted      boolean NOT NULL,
    level       int     NOT NULL,
    measure     text    NOT NULL,
    hs_prefix   text,
    destination text,
    uscc        text,
    valid_from  date    NOT NULL,
    valid_until date,
    PRIMARY KEY (id, version)
);
CREATE INDEX risk_warning_version_uscc ON risk_warning_version (uscc, (coalesce(valid_until, 'infinity')));
CREATE INDEX risk_warning_version_goods ON risk_warning_version (hs_prefix, (coalesce(valid_until, 'infinity')))
    WHERE uscc IS NULL;
CREATE INDEX risk_warning_version_destination
    ON risk_warning_version (destination, (coalesce(valid_until, 'infinity')))
    WHERE uscc IS NULL AND hs_prefix IS NULL;

CREATE TABLE alert_naming_version (
    alert_id     text    NOT NULL,
    version      bigint  NOT NULL,
    uscc         text    NOT NULL,
    returned     boolean NOT NULL,
    published_on date    NOT NULL,
    PRIMARY KEY (alert_id, version, uscc)
);
CREATE INDEX alert_naming_version_uscc ON alert_naming_version (uscc, published_on);

-- Export values are added up by day; what was added when is kept here.
CREATE TABLE export_value_version (
    seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    producer  text        NOT NULL,
    day       date        NOT NULL,
    usd_cents bigint      NOT NULL,
    added_at  timestamptz NOT NULL
);
CREATE INDEX export_value_version_producer ON export_value_version (producer, added_at) INCLUDE (day, usd_cents);

-- From when on a history is whole; none: from the beginning.
CREATE TABLE history_start (
    name  text PRIMARY KEY,
    since timestamptz NOT NULL
);
INSERT INTO history_start (name, since) SELECT 'export-value', now() WHERE EXISTS (SELECT FROM export_value_day)
    OR EXISTS (SELECT FROM export_value_entry);

-- When the lot was drawn first, and whether its row took the place of an older one of the same name.
ALTER TABLE lot_draw
    ADD drawn_at timestamptz,
    ADD renewed  boolean NOT NULL DEFAULT false;

INSERT INTO catalogue_entry_version (hs_code, valid_from, valid_until, name, supervision_conditions,
        inspection_categories, product_risk, source, recorded_at, backfilled)
    SELECT hs_code, valid_from, valid_until, name, supervision_conditions, inspection_categories, product_risk, source,
        recorded_at, true FROM catalogue_entry;
INSERT INTO reference_row_version (table_name, key, subkey, valid_from, valid_until, value, recorded_at, backfilled)
    SELECT table_name, key, subkey, valid_from, valid_until, value, recorded_at, true FROM reference_row;
INSERT INTO sampling_state_version (uscc, hs_heading, state, changed_at, backfilled)
    SELECT uscc, hs_heading, state, changed_at, true FROM sampling_state;
INSERT INTO corrective_action_version (action_id, version, status, deadline, recorded_at)
    SELECT id, version, status, deadline, CASE WHEN version = 1 THEN opened_at ELSE now() END FROM corrective_action;
INSERT INTO risk_warning_version (id, version, lifted, level, measure, hs_prefix, destination, uscc, valid_from,
        valid_until)
    SELECT key, version, s ->> 'status' = 'LIFTED', (s ->> 'level')::int, s ->> 'measure', s #>> '{scope,hsPrefix}',
        s #>> '{scope,destination}', s #>> '{scope,uscc}', (s ->> 'from')::date, (s ->> 'until')::date
    FROM (SELECT key, version, state::jsonb AS s FROM state_version WHERE kind = 'qz.risk-warning') v;
INSERT INTO alert_naming_version (alert_id, version, uscc, returned, published_on)
    SELECT DISTINCT key, version, m ->> 'uscc', s ->> 'source' = 'RETURN',
        ((s ->> 'publishedAt')::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
    FROM (SELECT key, version, state::jsonb AS s FROM state_version WHERE kind = 'qz.alert') v,
        jsonb_array_elements(CASE jsonb_typeof(s -> 'matches') WHEN 'array' THEN s -> 'matches' ELSE '[]' END) m
    WHERE s ->> 'status' = 'ACTIVE' AND s ->> 'source' <> 'DOMESTIC_SPOT_CHECK' AND m ->> 'state' = 'CONFIRMED';

CREATE FUNCTION keep_catalogue_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO catalogue_entry_version (hs_code, valid_from, valid_until, name, supervision_conditions,
            inspection_categories, product_risk, source, recorded_at)
        VALUES (NEW.hs_code, NEW.valid_from, NEW.valid_until, NEW.name, NEW.supervision_conditions,
            NEW.inspection_categories, NEW.product_risk, NEW.source, NEW.recorded_at);
    RETURN NULL;
END $$;
CREATE TRIGGER keep_catalogue_entry AFTER INSERT OR UPDATE ON catalogue_entry
    FOR EACH ROW EXECUTE FUNCTION keep_catalogue_entry();

CREATE FUNCTION keep_reference_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reference_row_version (table_name, key, subkey, valid_from, valid_until, value, recorded_at)
        VALUES (NEW.table_name, NEW.key, NEW.subkey, NEW.valid_from, NEW.valid_until, NEW.value, NEW.recorded_at);
    RETURN NULL;
END $$;
CREATE TRIGGER keep_reference_row AFTER INSERT OR UPDATE ON reference_row
    FOR EACH ROW EXECUTE FUNCTION keep_reference_row();

CREATE FUNCTION keep_sampling_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sampling_state_version (uscc, hs_heading, state, changed_at)
        VALUES (NEW.uscc, NEW.hs_heading, NEW.state, NEW.changed_at);
    RETURN NULL;
END $$;
CREATE TRIGGER keep_sampling_state AFTER INSERT OR UPDATE ON sampling_state
    FOR EACH ROW EXECUTE FUNCTION keep_sampling_state();

GRANT SELECT, INSERT ON catalogue_entry_version, reference_row_version, sampling_state_version,
    corrective_action_version, risk_warning_version, alert_naming_version, export_value_version TO "${appRole}";
GRANT SELECT ON history_start TO "${appRole}";
