CREATE TABLE delivery (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL DEFAULT 1,
    subscription_id uuid        NOT NULL REFERENCES subscription,
    sequence        bigint      NOT NULL,
    event_id        text        NOT NULL,
    feed_position   bigint      NOT NULL REFERENCES feed (position),
    subject         text        NOT NULL,
    outcome         text        NOT NULL
        CHECK (outcome IN ('PENDING', 'HELD', 'DELIVERED', 'EXHAUSTED', 'REJECTED', 'CANCELLED')),
    attempts        integer     NOT NULL DEFAULT 0,
    round_start     integer     NOT NULL DEFAULT 0,
    available_at    timestamptz NOT NULL,
    claim           uuid,
    created_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    UNIQUE (subscription_id, event_id),
    UNIQUE (subscription_id, sequence)
);
CREATE INDEX delivery_due ON delivery (available_at) WHERE outcome = 'PENDING';
CREATE INDEX delivery_open ON delivery (subscription_id) WHERE outcome IN ('PENDING', 'HELD');
CREATE INDEX delivery_feed ON delivery (feed_position);
CREATE INDEX delivery_subscription ON delivery (subscription_id, id);
CREATE INDEX delivery_outcome ON delivery (outcome, id);
CREATE INDEX delivery_subscription_outcome ON delivery (subscription_id, outcome, id);
CREATE INDEX delivery_subject ON delivery (subject, id);

CREATE TABLE delivery_attempt (
    delivery_id uuid        NOT NULL REFERENCES delivery,
    attempt     integer     NOT NULL,
    at          timestamptz NOT NULL,
    millis      integer     NOT NULL,
    result      text        NOT NULL CHECK (result IN ('DELIVERED', 'RETRY', 'REJECTED')),
    status      integer,
    detail      text,
    PRIMARY KEY (delivery_id, attempt)
);

GRANT SELECT, INSERT, UPDATE ON delivery TO ${appRole};
GRANT SELECT, INSERT ON delivery_attempt TO ${appRole};
