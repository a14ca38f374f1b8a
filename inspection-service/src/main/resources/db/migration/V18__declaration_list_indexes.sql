-- Under each prefix of each HS code of its lines ('h:96', 'h:9608', …), as under the prefixes of its areas.
INSERT INTO declaration_scope (scope, declaration_id)
SELECT DISTINCT 'h:' || left(l.hs_code, digits), l.declaration_id
FROM declaration_line l, generate_series(2, 10, 2) digits
WHERE digits <= length(l.hs_code)
ON CONFLICT DO NOTHING;

CREATE INDEX declaration_outcome ON declaration (outcome, id);
CREATE INDEX declaration_by_reference ON declaration (reference, id) WHERE reference IS NOT NULL;
