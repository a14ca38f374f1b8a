package org.qualityzones.gateway.server;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;

/** The address a client is known by: the connection's, unless that is a proxy of our own. */
final class PeerAddress {

    private final Set<String> trustedProxies;

    PeerAddress(List<String> trustedProxies) {
        this.trustedProxies = Set.copyOf(trustedProxies);
    }

    String of(HttpServerRequest request) {
        String peer = request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
        return trustedProxies.contains(peer) ? behind(peer, request.headers().getAll("X-Forwarded-For")) : peer;
    }

    /** The last address that a trusted proxy reports and that is not itself one. */
    String behind(String proxy, List<String> forwardedFor) {
        String[] hops = String.join(",", forwardedFor).split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (!hop.isEmpty() && !trustedProxies.contains(hop)) {
                return hop;
            }
        }
        return proxy;
    }
}
