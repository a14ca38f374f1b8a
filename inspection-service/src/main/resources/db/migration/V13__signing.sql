-- Certificates that anyone can verify: signing keys, the signed form of each certificate, and the status lists.

CREATE TABLE signing_key (
    kid            text PRIMARY KEY,
    public_key     bytea       NOT NULL,
    sealed_private bytea       NOT NULL,
    created_at     timestamptz NOT NULL,
    active_from    timestamptz NOT NULL
);
CREATE INDEX signing_key_active ON signing_key (active_from DESC, kid);

CREATE TABLE certificate_token (
    certificate_id uuid PRIMARY KEY REFERENCES certificate,
    kid            text        NOT NULL REFERENCES signing_key,
    token          text        NOT NULL CHECK (octet_length(token) <= 1024),
    signed_at      timestamptz NOT NULL
);
CREATE INDEX certificate_token_kid ON certificate_token (kid);

-- A list has a row from its first certificate on; its revision is another with every change of a status on it.
CREATE SEQUENCE status_revision;
CREATE TABLE status_list (
    id       int PRIMARY KEY,
    revision bigint NOT NULL
);
INSERT INTO status_list (id, revision)
SELECT id, nextval('status_revision') FROM (SELECT DISTINCT (status_entry / 65536)::int + 1 AS id FROM certificate) l;

GRANT SELECT, INSERT ON signing_key, certificate_token TO "${appRole}";
GRANT SELECT, INSERT, UPDATE ON status_list TO "${appRole}";
GRANT USAGE ON SEQUENCE status_revision TO "${appRole}";
