package org.qualityzones.classification;

import org.qualityzones.web.ProblemType;

/** Problems of class assessments. */
enum ClassProblem implements ProblemType {
    CLASS_RULE("class-rule", 422, "A rule of classification refuses the proposal");

    private final String slug;
    private final int status;
    private final String title;

    ClassProblem(String slug, int status, String title) {
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
