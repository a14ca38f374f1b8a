package org.qualityzones.web;

import jakarta.enterprise.context.RequestScoped;

/** The {@code If-Match} header of this request: whoever changes a resource says which version was read. */
@RequestScoped
public class IfMatch {

    private static final String HEADER = "If-Match";

    private final CurrentRequest request;

    public IfMatch(CurrentRequest request) {
        this.request = request;
    }

    /**
     * Refuses with 428 when the header is absent and with 412 when it names another version. A dry run needs no header;
     * one that is sent is checked.
     */
    public void require(long currentVersion) {
        String header = request.header(HEADER);
        if (header == null) {
            if (request.isDryRun()) {
                return;
            }
            throw Problem.of(CommonProblem.PRECONDITION_REQUIRED, "Send If-Match with the ETag of the resource")
                    .localized("if-match.missing");
        }
        if (!ETags.isList(header)) {
            throw Problems.invalidParameter(
                    HEADER, "if-match", "If-Match takes the ETag of the resource with its quotes");
        }
        if (!ETags.names(header, ETags.of(currentVersion))) {
            throw Problem.of(CommonProblem.STALE_VERSION, "The resource is at version " + currentVersion)
                    .localized("if-match.stale", Long.toString(currentVersion))
                    .header("ETag", ETags.of(currentVersion));
        }
    }
}
