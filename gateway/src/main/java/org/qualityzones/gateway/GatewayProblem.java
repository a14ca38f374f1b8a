package org.qualityzones.gateway;

/** The problems that the gateway itself answers; slugs and titles are those of the services where both know one. */
public enum GatewayProblem {
    INVALID_REQUEST("invalid-request", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    FORBIDDEN_ORIGIN("forbidden-origin", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    REQUEST_TIMEOUT("request-timeout", 408),
    TOO_LARGE("too-large", 413),
    URI_TOO_LONG("uri-too-long", 414),
    EXPECTATION_FAILED("expectation-failed", 417),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    HEADERS_TOO_LARGE("headers-too-large", 431),
    INTERNAL("internal", 500),
    BAD_GATEWAY("bad-gateway", 502),
    UNAVAILABLE("unavailable", 503),
    TIMEOUT("timeout", 504);

    private final String slug;
    private final int status;

    GatewayProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    /** Last segment of the problem's type; never changes. */
    public String slug() {
        return slug;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }
}
