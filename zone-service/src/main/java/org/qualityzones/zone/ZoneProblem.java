package org.qualityzones.zone;

import org.qualityzones.web.ProblemType;

/** Refusals about a zone's master data. */
enum ZoneProblem implements ProblemType {
    GRADED_INDUSTRY("graded-industry", 422, "The industry of a graded zone changes by a new grade only");

    private final String slug;
    private final int status;
    private final String title;

    ZoneProblem(String slug, int status, String title) {
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
