CREATE TABLE subscription (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    channel         text        NOT NULL CHECK (channel IN ('WEBHOOK', 'SSE')),
    target          text,
    target_key      text,
    status          text        NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'DISABLED', 'DELETED')),
    filter          text        NOT NULL,
    owner_key       text        NOT NULL,
    owner_role      text        NOT NULL,
    scope_all       boolean     NOT NULL,
    scope_usccs     text[]      NOT NULL,
    scope_areas     text[]      NOT NULL,
    start_position  bigint      NOT NULL,
    disabled_reason text,
    disabled_at     timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CHECK ((channel = 'WEBHOOK') = (target IS NOT NULL)),
    CHECK ((target IS NULL) = (target_key IS NULL))
);
CREATE INDEX subscription_owner ON subscription (owner_key, id);
CREATE INDEX subscription_role ON subscription (owner_role, id);
CREATE INDEX subscription_usccs ON subscription USING gin (scope_usccs);
CREATE INDEX subscription_areas ON subscription USING gin (scope_areas);
CREATE INDEX subscription_all ON subscription (id) WHERE scope_all AND status IN ('ACTIVE', 'PAUSED');

-- Signing keys; the secret is sealed (AES-256-GCM, context = subscription id and key id).
CREATE TABLE subscription_key (
    id              uuid PRIMARY KEY,
    subscription_id uuid        NOT NULL REFERENCES subscription,
    sealed          bytea       NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz
);
CREATE INDEX subscription_key_subscription ON subscription_key (subscription_id, created_at);

-- The last delivery sequence given out for each subscription; written only under the lock of feed_head.
CREATE TABLE subscription_sequence (
    subscription_id uuid PRIMARY KEY REFERENCES subscription,
    last            bigint NOT NULL
);

-- Since when every attempt at a subscription's target has failed; null while it answers.
CREATE TABLE subscription_health (
    subscription_id uuid PRIMARY KEY REFERENCES subscription,
    failing_since   timestamptz
);

GRANT SELECT, INSERT, UPDATE ON subscription, subscription_sequence, subscription_health TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON subscription_key TO ${appRole};
