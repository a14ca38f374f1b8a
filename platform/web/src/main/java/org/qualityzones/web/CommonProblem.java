package org.qualityzones.web;

/** The problems that any service may answer. */
public enum CommonProblem implements ProblemType {
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid access token is needed"),
    FORBIDDEN("forbidden", 403, "The caller's role may not do this"),
    NOT_YOUR_ROW("not-your-row", 403, "The caller may not act for this row"),
    NOT_FOUND("not-found", 404, "There is nothing here that the caller may see"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The resource does not support this method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "The resource has no representation of the accepted types"),
    ILLEGAL_TRANSITION("illegal-transition", 409, "The state does not allow this action"),
    DUPLICATE("duplicate", 409, "A resource with this key exists"),
    IN_FLIGHT("in-flight", 409, "A request with this Idempotency-Key is still being processed"),
    STALE_VERSION("stale-version", 412, "The resource has changed since it was read"),
    TOO_LARGE("too-large", 413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The resource does not understand this content type"),
    KEY_REUSED("key-reused", 422, "The Idempotency-Key was used with another request body"),
    UNPROCESSABLE("unprocessable", 422, "A rule refuses the request"),
    PRECONDITION_REQUIRED("precondition-required", 428, "If-Match with the ETag of the resource is needed"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    REQUEST_FAILED("request-failed", 400, "The request cannot be answered"),
    INTERNAL("internal", 500, "The service failed; the requestId finds the cause in its log"),
    OUTCOME_UNKNOWN("outcome-unknown", 500, "Whether the request was carried out is not known"),
    BAD_GATEWAY("bad-gateway", 502, "A service behind the gateway gave no valid answer"),
    UNAVAILABLE("unavailable", 503, "The service cannot answer now"),
    TIMEOUT("timeout", 504, "A service behind the gateway did not answer in time");

    private final String slug;
    private final int status;
    private final String title;

    CommonProblem(String slug, int status, String title) {
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
