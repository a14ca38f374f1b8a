package org.qualityzones.exemptionrule;

import org.qualityzones.web.ProblemType;

/** What is refused about exemption beyond what every service refuses. */
public enum ExemptionProblem implements ProblemType {
    EXEMPTION_RULE("exemption-rule", 422, "A rule of exemption from inspection refuses this");

    private final String slug;
    private final int status;
    private final String title;

    ExemptionProblem(String slug, int status, String title) {
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
