-- Spot-check campaigns (抽查检验) and, for finding those of a line, their HS prefixes.

CREATE TABLE campaign (
    id          uuid        PRIMARY KEY,
    areas       text[]      NOT NULL,
    share       bigint      NOT NULL CHECK (share BETWEEN 1 AND 1000000),
    valid_from  date        NOT NULL,
    valid_until date        NOT NULL,
    created_by  text        NOT NULL,
    created_at  timestamptz NOT NULL,
    CHECK (valid_until >= valid_from)
);

CREATE TABLE campaign_prefix (
    hs_prefix   text NOT NULL,
    campaign_id uuid NOT NULL REFERENCES campaign,
    valid_until date NOT NULL,
    PRIMARY KEY (hs_prefix, valid_until, campaign_id)
);
CREATE INDEX campaign_prefix_campaign ON campaign_prefix (campaign_id);

GRANT SELECT, INSERT ON campaign, campaign_prefix TO "${appRole}";
