package org.qualityzones.gateway.forwarding;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qualityzones.gateway.CorrelationId;
import org.qualityzones.gateway.Exchange;
import org.qualityzones.gateway.GatewayConfig;
import org.qualityzones.gateway.Route;

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
            "host",
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

    /** What the gateway says itself. */
    private static final Set<String> OURS = Set.of(
            "x-request-id",
            "ratelimit",
            "ratelimit-policy",
            "server",
            "strict-transport-security",
            "x-content-type-options",
            "access-control-allow-origin",
            "access-control-expose-headers");

    private final GatewayConfig config;
    private final String scheme;
    private final String authority;
    private final DateField dates = new DateField();

    public StripInboundIdentity(GatewayConfig config) {
        this.config = config;
        URI publicUrl = config.publicUrl();
        this.scheme = publicUrl.getScheme();
        this.authority = publicUrl.getAuthority();
    }

    /** Writes the fields of the request to a service from those of a client's request. */
    void inbound(MultiMap from, MultiMap to, Exchange exchange) {
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> field : from) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !saysWho(name)) {
                to.add(field.getKey(), field.getValue());
            }
        }
        to.set(CorrelationId.REQUEST_ID, exchange.requestId());
        CorrelationId.keepOrBeginTrace(to);
        String traceparent = exchange.step().traceparent(null);
        if (traceparent != null) {
            to.set(CorrelationId.TRACE_PARENT, traceparent);
        }
        to.add("X-Forwarded-For", exchange.peer());
        to.add("X-Forwarded-Proto", scheme);
        to.add("X-Forwarded-Host", authority);
    }

    /** Adds the fields of a service's answer to those that the gateway has set already. */
    void outbound(MultiMap from, MultiMap to, Route route) {
        boolean varies = to.contains("Vary") && from.contains("Vary");
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> field : from) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !OURS.contains(name)) {
                to.add(field.getKey(), isAddress(name) ? madePublic(field.getValue(), route) : field.getValue());
            }
        }
        if (!from.contains("Date")) {
            to.set("Date", dates.now());
        }
        if (varies) {
            List<String> all = new ArrayList<>(from.getAll("Vary"));
            all.add("Origin");
            to.set("Vary", all);
        }
    }

    private static boolean isAddress(String name) {
        return name.equals("location") || name.equals("link");
    }

    /** The service's own address is replaced by the public one. */
    private String madePublic(String value, Route route) {
        return value.replace(route.upstream().base(config.upstreams()) + "/", config.publicUrl() + "/");
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        if (!headers.contains("Connection")) {
            return Set.of();
        }
        List<String> values = headers.getAll("Connection");
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
