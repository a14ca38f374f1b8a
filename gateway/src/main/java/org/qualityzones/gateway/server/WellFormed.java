package org.qualityzones.gateway.server;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.Refusal;

/** Refuses messages that two parties might understand differently, and methods that no resource has. */
final class WellFormed {

    static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private static final Set<String> KNOWN = Set.of(METHODS.split(", "));

    private WellFormed() {}

    static Optional<Refusal> refusal(HttpServerRequest request) {
        if (!KNOWN.contains(request.method().name())) {
            return Optional.of(Refusal.methodNotAllowed(METHODS));
        }
        MultiMap headers = request.headers();
        List<String> hosts = headers.getAll("Host");
        if (hosts.size() > 1 || hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_1) {
            return malformed("host");
        }
        List<String> codings = headers.getAll("Transfer-Encoding");
        boolean coded = !codings.isEmpty();
        if (coded
                && (codings.size() > 1
                        || !"chunked".equalsIgnoreCase(codings.getFirst().strip()))) {
            return malformed("transfer-encoding");
        }
        if (coded && headers.contains("Content-Length")) {
            return malformed("transfer-encoding");
        }
        List<String> expectations = headers.getAll("Expect");
        if (!expectations.isEmpty() && !"100-continue".equalsIgnoreCase(expectations.getFirst())) {
            return Optional.of(Refusal.of(GatewayProblem.EXPECTATION_FAILED, "expectation"));
        }
        return RequestTarget.violation(request.uri()).flatMap(WellFormed::malformed);
    }

    private static Optional<Refusal> malformed(String detail) {
        return Optional.of(Refusal.of(GatewayProblem.INVALID_REQUEST, detail));
    }
}
