package org.qualityzones.rulebook;

import org.qualityzones.web.ProblemType;

/** What is refused about rule sets beyond what every service refuses. */
public enum RuleSetProblem implements ProblemType {
    LINT_ERRORS("lint-errors", 422, "A rule set with lint errors is not published"),
    RULE_SET_CHANGED("rule-set-changed", 409, "The rule set was changed while it was looked at"),
    IMPACT_REPORT_NEEDED("impact-report-needed", 422, "A rule set is published on a current impact report"),
    RULE_SET_DRAFTER("rule-set-drafter", 422, "Who drafted a rule set does not publish it"),
    EFFECTIVE_IN_THE_PAST("effective-in-the-past", 422, "A rule set takes effect in the future"),
    EFFECTIVE_INSTANT_TAKEN("effective-instant-taken", 422, "Another rule set takes effect at that instant"),
    LAST_RULE_SET("last-rule-set", 422, "No other rule set would govern");

    private final String slug;
    private final int status;
    private final String title;

    RuleSetProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
