-- Which subscriptions an event can reach: one row for each key of the rows of each webhook that is active or paused.
-- 'all' sees everything, 'u:' and a credit code, 'a:' and an area prefix, 'area' whoever has any area.
CREATE TABLE subscription_reach (
    key             text NOT NULL,
    subscription_id uuid NOT NULL REFERENCES subscription,
    PRIMARY KEY (key, subscription_id)
);
CREATE INDEX subscription_reach_subscription ON subscription_reach (subscription_id);

INSERT INTO subscription_reach (key, subscription_id)
SELECT DISTINCT k.key, s.id
FROM subscription s, LATERAL (
    SELECT 'all' WHERE s.scope_all
    UNION ALL SELECT 'u:' || uscc FROM unnest(s.scope_usccs) AS uscc
    UNION ALL SELECT 'a:' || area FROM unnest(s.scope_areas) AS area
    UNION ALL SELECT 'area' WHERE s.scope_areas <> '{}') AS k (key)
WHERE s.channel = 'WEBHOOK' AND s.status IN ('ACTIVE', 'PAUSED');

DROP INDEX subscription_usccs;
DROP INDEX subscription_areas;
DROP INDEX subscription_all;

GRANT SELECT, INSERT, DELETE ON subscription_reach TO ${appRole};

-- What an office may see is a walk along an index, in the order of ids, for each of its areas of 2, 4 or 6 digits.
CREATE INDEX investigation_area_2 ON investigation (left(area_code, 2), id);
CREATE INDEX investigation_area_4 ON investigation (left(area_code, 4), id);
CREATE INDEX investigation_area_6 ON investigation (left(area_code, 6), id);
CREATE INDEX investigation_home_2 ON investigation (left(home_area, 2), id);
CREATE INDEX investigation_home_4 ON investigation (left(home_area, 4), id);
CREATE INDEX investigation_home_6 ON investigation (left(home_area, 6), id);
CREATE INDEX investigation_attribution ON investigation (attribution, id) WHERE attribution IS NOT NULL;
CREATE INDEX complaint_area_2 ON complaint (left(area_code, 2), id);
CREATE INDEX complaint_area_4 ON complaint (left(area_code, 4), id);
CREATE INDEX complaint_area_6 ON complaint (left(area_code, 6), id);

-- The status of a measure follows from its dates: rare ones are found by date, common ones on the way along the ids.
CREATE INDEX technical_measure_withdrawn ON technical_measure (withdrawn_on) WHERE withdrawn_on IS NOT NULL;
CREATE INDEX technical_measure_in_force ON technical_measure (in_force_on) WHERE in_force_on IS NOT NULL;
CREATE INDEX technical_measure_adopted ON technical_measure (adopted_on) WHERE adopted_on IS NOT NULL;
CREATE INDEX technical_measure_comment ON technical_measure (comment_until) WHERE comment_until IS NOT NULL;
