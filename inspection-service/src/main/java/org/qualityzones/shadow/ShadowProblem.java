package org.qualityzones.shadow;

import org.qualityzones.web.ProblemType;

/** What is refused about shadow runs beyond what every service refuses. */
public enum ShadowProblem implements ProblemType {
    SHADOW_RUNS_FULL("shadow-runs-full", 422, "As many drafts run beside the live rule set as may");

    private final String slug;
    private final int status;
    private final String title;

    ShadowProblem(String slug, int status, String title) {
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
