package org.qualityzones.declaration;

import org.qualityzones.web.ProblemType;

/** What is refused about declarations beyond what every service refuses. */
public enum DeclarationProblem implements ProblemType {
    DEREGISTERED_PARTY("deregistered-party", 422, "A party of the declaration is deregistered"),
    SUSPENDED_AGENT("suspended-agent", 422, "The declaring agent is suspended"),
    DUPLICATE_REFERENCE("duplicate-reference", 409, "The caller has used this reference before");

    private final String slug;
    private final int status;
    private final String title;

    DeclarationProblem(String slug, int status, String title) {
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
