-- The feed: every event this service has learned, in one gap-free order.
-- The one row of feed_head is locked by whoever appends, until its commit: a reader that saw position n can never
-- miss a smaller one that commits later.
CREATE TABLE feed_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint NOT NULL CHECK (position >= 0)
);
INSERT INTO feed_head (position) VALUES (0);

CREATE TABLE feed (
    position    bigint PRIMARY KEY,
    event_id    text        NOT NULL UNIQUE,
    type        text        NOT NULL,
    topic       text        NOT NULL,
    subject     text        NOT NULL,
    version     bigint      NOT NULL,
    valid_from  timestamptz,
    recorded_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    request_id  text,
    usccs       text[]      NOT NULL,
    zones       text[]      NOT NULL,
    areas       text[]      NOT NULL,
    hs_codes    text[]      NOT NULL,
    severity    smallint,
    audience    text,
    change      text        NOT NULL
);

CREATE INDEX feed_received ON feed (received_at, position);

GRANT SELECT, UPDATE ON feed_head TO ${appRole};
GRANT SELECT, INSERT ON feed TO ${appRole};
