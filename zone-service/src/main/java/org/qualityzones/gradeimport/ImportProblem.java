package org.qualityzones.gradeimport;

import org.qualityzones.web.ProblemType;

/** Refusals of rows that are well formed. */
enum ImportProblem implements ProblemType {
    AREA_DIFFERS("zone-area-differs", 409, "The zone is on record in another area"),
    OLDER_GRADE("grade-out-of-order", 422, "Grades of a zone are imported oldest first");

    private final String slug;
    private final int status;
    private final String title;

    ImportProblem(String slug, int status, String title) {
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
