-- Foreign notifications, recalls, returns and spot-check findings. What no query filters by is in body (JSON).
CREATE TABLE alert (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    source         text        NOT NULL,
    reference      text        NOT NULL,
    published_at   timestamptz NOT NULL,
    origin_country text        NOT NULL,
    status         text        NOT NULL CHECK (status IN ('ACTIVE', 'WITHDRAWN', 'SUPERSEDED')),
    superseded_by  uuid REFERENCES alert,
    content_key    text,
    occurrence     integer     NOT NULL DEFAULT 1,
    brand_key      text,
    flags          text[]      NOT NULL,
    bureaus        text[]      NOT NULL,
    body           text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    CONSTRAINT uq_alert_reference UNIQUE (source, reference)
);
CREATE INDEX alert_source ON alert (source, id);
CREATE INDEX alert_origin ON alert (origin_country, id);
CREATE INDEX alert_published ON alert (published_at, id);
CREATE INDEX alert_superseded_by ON alert (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX alert_content ON alert (source, content_key, occurrence) WHERE content_key IS NOT NULL;
CREATE INDEX alert_brand ON alert (brand_key, id) WHERE status = 'ACTIVE';

-- What alerts are found by: HS prefixes of 2 to 10 digits, enterprises named or matched.
CREATE TABLE alert_key (
    kind     text NOT NULL CHECK (kind IN ('hs', 'uscc')),
    key      text NOT NULL,
    alert_id uuid NOT NULL REFERENCES alert,
    PRIMARY KEY (kind, key, alert_id)
);
CREATE INDEX alert_key_alert ON alert_key (alert_id);

-- Products and names of enterprises as their owner's events tell them.
CREATE TABLE known_enterprise (
    uscc      text PRIMARY KEY,
    version   bigint NOT NULL,
    name      text   NOT NULL,
    name_keys text[] NOT NULL
);
CREATE INDEX known_enterprise_names ON known_enterprise USING gin (name_keys);

CREATE TABLE known_product (
    uscc       text NOT NULL REFERENCES known_enterprise,
    product_id text NOT NULL,
    brand      text,
    model      text,
    hs_code    text,
    brand_key  text,
    model_key  text,
    PRIMARY KEY (uscc, product_id)
);
CREATE INDEX known_product_brand ON known_product (brand_key);
CREATE INDEX known_product_model ON known_product (model_key);
CREATE INDEX known_product_heading ON known_product (substr(hs_code, 1, 4));

-- An enterprise an alert may be about; product_id is empty where the enterprise matched, not one of its products.
CREATE TABLE alert_match (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    alert_id   uuid        NOT NULL REFERENCES alert,
    uscc       text        NOT NULL,
    product_id text        NOT NULL,
    score      numeric(3, 2) NOT NULL,
    why        text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    reason     text,
    decided_at timestamptz,
    UNIQUE (alert_id, uscc, product_id)
);

-- How often an import has met the same content, so that two rows that look alike stay two alerts.
CREATE TABLE alert_import_content (
    import_id   uuid        NOT NULL,
    content_key text        NOT NULL,
    times       integer     NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (import_id, content_key)
);
CREATE INDEX alert_import_content_at ON alert_import_content (at);

GRANT SELECT, INSERT, UPDATE ON alert, alert_match, known_enterprise TO ${appRole};
GRANT SELECT, INSERT ON alert_key TO ${appRole};
GRANT SELECT, INSERT, DELETE ON known_product TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON alert_import_content TO ${appRole};
CREATE INDEX risk_warning_alerts ON risk_warning USING gin (alert_ids) WHERE status = 'ACTIVE';
