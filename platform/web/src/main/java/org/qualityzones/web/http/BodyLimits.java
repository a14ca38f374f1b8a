package org.qualityzones.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.WebConfig;

/** How large a request body may be. */
@ApplicationScoped
class BodyLimits {

    private static final String IMPORTS = "/imports";

    private final WebConfig config;

    BodyLimits(WebConfig config) {
        this.config = config;
    }

    /** Bytes that a body at this path may have. */
    long of(String path) {
        return isImport(path) ? config.maxImportBody() : config.maxBody();
    }

    /** True for the paths whose bodies stream to disk. */
    static boolean isImport(String path) {
        return path.endsWith(IMPORTS);
    }

    static Problem tooLarge(long limit) {
        return Problem.of(CommonProblem.TOO_LARGE, "The body may have " + limit + " bytes")
                .localized("too-large.detail", Long.toString(limit));
    }
}
