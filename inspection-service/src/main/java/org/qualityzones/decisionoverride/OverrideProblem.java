package org.qualityzones.decisionoverride;

import org.qualityzones.web.ProblemType;

/** What is refused about overrides beyond what every service refuses. */
public enum OverrideProblem implements ProblemType {
    NOT_OVERRIDABLE("not-overridable", 409, "The line's state does not allow to override its decision"),
    OVERRIDE_RULE("override-rule", 422, "A rule of overriding decisions refuses this");

    private final String slug;
    private final int status;
    private final String title;

    OverrideProblem(String slug, int status, String title) {
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
