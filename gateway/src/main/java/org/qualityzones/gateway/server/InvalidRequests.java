package org.qualityzones.gateway.server;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.GatewayProblem;
import org.qualityzones.gateway.Refusal;

/** Names what the HTTP decoder could not read. */
final class InvalidRequests {

    private InvalidRequests() {}

    static Refusal refusal(Throwable cause, GatewayConfig.Limits limits) {
        return switch (cause) {
            case TooLongHttpLineException line ->
                Refusal.of(
                        GatewayProblem.URI_TOO_LONG,
                        "uri-limit",
                        limits.requestLine().asLongValue());
            case TooLongHttpHeaderException header ->
                Refusal.of(
                        GatewayProblem.HEADERS_TOO_LARGE,
                        "headers-limit",
                        limits.headers().asLongValue());
            case null, default -> Refusal.of(GatewayProblem.INVALID_REQUEST, "malformed");
        };
    }
}
