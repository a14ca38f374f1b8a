-- Every filter of a list is a walk along an index in id order, or a short range of one.

-- Whether one row may be seen: its few keys, not one search for each key of the caller.
CREATE INDEX work_scope_row ON work_scope (id);

CREATE INDEX inspection_assignee ON inspection (assignee, id) WHERE assignee IS NOT NULL;
CREATE INDEX inspection_status ON inspection (status, id);
CREATE INDEX inspection_due ON inspection (due_on, id);

CREATE INDEX corrective_action_producer ON corrective_action (producer, id);
CREATE INDEX corrective_action_status ON corrective_action (status, id);

CREATE INDEX certificate_status ON certificate (status, id);
-- Whose annual reports may be missing: what ran last year, of all there ever were.
CREATE INDEX certificate_ends ON certificate (valid_until);
CREATE INDEX certificate_list ON certificate (uscc, id);
CREATE INDEX exemption_application_list ON exemption_application (uscc, id);
CREATE INDEX exemption_application_status ON exemption_application (status, id);

-- What a line can match of the warnings not over yet: by the first of enterprise, goods and destination that is named.
DROP INDEX risk_warning_copy_in_force;
CREATE INDEX risk_warning_copy_uscc ON risk_warning_copy (uscc, (coalesce(valid_until, 'infinity')))
    WHERE NOT lifted;
CREATE INDEX risk_warning_copy_goods ON risk_warning_copy (hs_prefix, (coalesce(valid_until, 'infinity')))
    WHERE NOT lifted AND uscc IS NULL;
CREATE INDEX risk_warning_copy_destination ON risk_warning_copy (destination, (coalesce(valid_until, 'infinity')))
    WHERE NOT lifted AND uscc IS NULL AND hs_prefix IS NULL;
