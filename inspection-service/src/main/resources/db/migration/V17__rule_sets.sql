-- Rule sets from draft to retirement. What is published is fixed; its document is what decisions name by digest.

CREATE TABLE rule_set (
    version        text        PRIMARY KEY,
    id             uuid        NOT NULL UNIQUE,
    revision       bigint      NOT NULL,
    status         text        NOT NULL
        CHECK (status IN ('DRAFT', 'LINTED', 'IMPACT_ASSESSED', 'PUBLISHED', 'RETIRED')),
    digest         text        NOT NULL,
    document       bytea       NOT NULL,
    drafters       text[]      NOT NULL,
    drafted_at     timestamptz NOT NULL,
    impact_report  uuid,
    impact_until   timestamptz,
    published_by   text,
    published_at   timestamptz,
    effective_from timestamptz,
    retired_by     text,
    retired_from   timestamptz,
    CHECK ((effective_from IS NOT NULL) = (status IN ('PUBLISHED', 'RETIRED'))),
    CHECK ((retired_from IS NOT NULL) = (status = 'RETIRED')),
    CHECK ((impact_report IS NULL) = (impact_until IS NULL))
);
CREATE UNIQUE INDEX uq_rule_set_effective ON rule_set (effective_from) WHERE effective_from IS NOT NULL;

CREATE FUNCTION rule_set_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status IN ('PUBLISHED', 'RETIRED')
        AND (NEW.version, NEW.id, NEW.digest, NEW.document, NEW.published_by, NEW.published_at, NEW.effective_from)
            IS DISTINCT FROM
            (OLD.version, OLD.id, OLD.digest, OLD.document, OLD.published_by, OLD.published_at, OLD.effective_from)
    THEN
        RAISE EXCEPTION 'Rule set % is published and does not change', OLD.version;
    END IF;
    IF OLD.status = 'RETIRED' THEN
        RAISE EXCEPTION 'Rule set % is retired and does not change', OLD.version;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rule_set_stays BEFORE UPDATE ON rule_set FOR EACH ROW EXECUTE FUNCTION rule_set_stays();

GRANT SELECT, INSERT, UPDATE ON rule_set TO "${appRole}";
