package org.qualityzones.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal that the client is to see, answered as {@code application/problem+json} (RFC 9457). Thrown out of a
 * transaction it rolls it back. Carries no stack trace: it is an answer, not a failure.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<InputError> errors = new ArrayList<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private transient Localized localized;

    private Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** A problem of a type with the detail in English that says what happened this time. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail);
    }

    /** Adds an extension member to the body, such as {@code allowedActions}. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds an entry to {@code errors} for a place in the body, an RFC 6901 pointer. */
    public Problem at(String pointer, String code, String detail) {
        errors.add(InputError.ofBody(pointer, code, detail));
        return this;
    }

    /** Adds an entry to {@code errors} for a query, path or header parameter. */
    public Problem atParameter(String parameter, String code, String detail) {
        errors.add(InputError.ofParameter(parameter, code, detail));
        return this;
    }

    /** Tells the client when to try again, in whole seconds, at least one. */
    public Problem retryAfter(Duration delay) {
        return header(
                "Retry-After", Long.toString(Math.max(1, delay.plusMillis(999).toSeconds())));
    }

    /** Adds a response header. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * Gives the detail's key in the service's {@code problems} bundles and its arguments ({@link
     * java.text.MessageFormat}); languages without that key get the English detail.
     */
    public Problem localized(String key, Object... arguments) {
        localized = new Localized(key, List.of(arguments));
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return getMessage();
    }

    public Map<String, Object> members() {
        return members;
    }

    public List<InputError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }

    Optional<Localized> localizedDetail() {
        return Optional.ofNullable(localized);
    }

    record Localized(String key, List<Object> arguments) {}
}
