package org.qualityzones.enterprise;

import org.qualityzones.web.ProblemType;

/** Problems of enterprises. */
public enum EnterpriseProblem implements ProblemType {
    ENTERPRISE_DEREGISTERED("enterprise-deregistered", 409, "The enterprise is deregistered"),
    TOO_MANY_ENTRIES("too-many-entries", 422, "The enterprise has as many of these as it may have");

    private final String slug;
    private final int status;
    private final String title;

    EnterpriseProblem(String slug, int status, String title) {
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
