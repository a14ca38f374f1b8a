package org.qualityzones.gateway.forwarding;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qualityzones.gateway.CorrelationId;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.GatewayConfig;

/**
 * Takes off what is only about one connection and what a client says about who or where it is, then says so itself:
 * a service may believe the {@code X-Forwarded-*} it gets, since they come from here alone.
 */
@Singleton
public class StripInboundIdentity {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect");

    private static final Set<String> IDENTITY = Set.of(
            "forwarded",
            "via",
            "proxy",
            "cookie",
            "x-real-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "x-cluster-client-ip",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override");

    private static final List<String> IDENTITY_PREFIXES = List.of(
            "x-forwarded-",
            "x-user",
            "x-auth",
            "x-remote-",
            "x-client-",
            "x-original-",
            "x-envoy-",
            "x-ssl-",
            "x-internal-");

    private final String scheme;
    private final String authority;

    public StripInboundIdentity(GatewayConfig config) {
        URI publicUrl = config.publicUrl();
        this.scheme = publicUrl.getScheme();
        this.authority = publicUrl.getAuthority();
    }

    /** Makes the header fields of a client's request those of the request to a service. */
    void inbound(MultiMap headers, Exchange exchange) {
        strip(headers, true);
        headers.set(CorrelationId.REQUEST_ID, exchange.requestId());
        CorrelationId.keepOrBeginTrace(headers);
        String traceparent = exchange.step().traceparent(null);
        if (traceparent != null) {
            headers.set(CorrelationId.TRACE_PARENT, traceparent);
        }
        headers.set("X-Forwarded-For", exchange.peer());
        headers.set("X-Forwarded-Proto", scheme);
        headers.set("X-Forwarded-Host", authority);
    }

    /** Takes off what is only about the connection to a service. */
    static void outbound(MultiMap headers) {
        strip(headers, false);
    }

    private static void strip(MultiMap headers, boolean identity) {
        Set<String> named = namedByConnection(headers);
        Set<String> unwanted = new HashSet<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(name) || named.contains(name) || identity && saysWho(name)) {
                unwanted.add(header.getKey());
            }
        }
        unwanted.forEach(headers::remove);
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        List<String> values = headers.getAll("Connection");
        if (values.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (String value : values) {
            for (String name : value.split(",")) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static boolean saysWho(String name) {
        if (IDENTITY.contains(name)) {
            return true;
        }
        for (String prefix : IDENTITY_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
