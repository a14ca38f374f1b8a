package org.qualityzones.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why the gateway answers a request itself, with a problem.
 *
 * @param problem its type
 * @param detail key of the text for people, without the prefix {@code detail.}
 * @param arguments of that text
 * @param retryAfter when the client may try again
 * @param challenge for {@code WWW-Authenticate}
 * @param allow for {@code Allow}
 */
public record Refusal(
        GatewayProblem problem,
        String detail,
        List<Object> arguments,
        Optional<Duration> retryAfter,
        Optional<String> challenge,
        Optional<String> allow)
        implements PageAnswer {

    private static final String REALM = "Bearer realm=\"qualityzones\"";

    /** A refusal with nothing but its text. */
    public static Refusal of(GatewayProblem problem, String detail, Object... arguments) {
        return new Refusal(problem, detail, List.of(arguments), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** 401 to a client that sent no token. */
    public static Refusal tokenMissing() {
        return of(GatewayProblem.UNAUTHENTICATED, "token-missing").challengedBy(REALM);
    }

    /** 401 to a client whose token is not taken. */
    public static Refusal tokenRefused(String detail) {
        String description = Texts.of(Language.EN, "detail." + detail);
        return of(GatewayProblem.UNAUTHENTICATED, detail)
                .challengedBy(REALM + ", error=\"invalid_token\", error_description=\"" + description + "\"");
    }

    /** 405. */
    public static Refusal methodNotAllowed(String allowed) {
        return new Refusal(
                GatewayProblem.METHOD_NOT_ALLOWED,
                "method",
                List.of(allowed),
                Optional.empty(),
                Optional.empty(),
                Optional.of(allowed));
    }

    /** The same, with the time after which it may be tried again. */
    public Refusal retryAfter(Duration wait) {
        return new Refusal(problem, detail, arguments, Optional.of(wait), challenge, allow);
    }

    private Refusal challengedBy(String value) {
        return new Refusal(problem, detail, arguments, retryAfter, Optional.of(value), allow);
    }
}
