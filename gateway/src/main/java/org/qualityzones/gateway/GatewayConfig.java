package org.qualityzones.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may be set about the gateway; {@code ConfigCheck} refuses unsafe combinations at start. */
@ConfigMapping(prefix = "qz.gateway")
public interface GatewayConfig {

    /** Address under which clients reach the gateway: base of links, problem types and {@code X-Forwarded-*}. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Where the public port listens. */
    Listen listen();

    /** The services behind the gateway. */
    Upstreams upstreams();

    /** How long anything may take. */
    Timeouts timeouts();

    /** How large anything may be. */
    Limits limits();

    /** Connections kept to the services. */
    Pool pool();

    /** How verified tokens are remembered. */
    TokenCache tokenCache();

    /** Requests allowed per client. */
    Rate rateLimit();

    /** Browsers of other origins. */
    Cors cors();

    /** Descriptions and states collected from the services. */
    Collected collected();

    /** How the gateway stops. */
    Shutdown shutdown();

    /** The public port. Follows {@code QUARKUS_HTTP_HOST} and {@code QUARKUS_HTTP_PORT} unless set itself. */
    interface Listen {

        /** Interface to listen on. */
        String host();

        /** Port to listen on; 0 takes any free one. */
        int port();
    }

    /** Base URLs, scheme and authority only: paths never change between gateway and service. */
    interface Upstreams {

        /** zone-service. */
        @WithDefault("http://127.0.0.1:8081")
        URI zone();

        /** enterprise-service. */
        @WithDefault("http://127.0.0.1:8082")
        URI enterprise();

        /** inspection-service. */
        @WithDefault("http://127.0.0.1:8083")
        URI inspection();

        /** notification-service. */
        @WithDefault("http://127.0.0.1:8084")
        URI notification();

        /** Management port of zone-service: OpenAPI and readiness, never routed. */
        @WithDefault("http://127.0.0.1:9081")
        URI zoneManagement();

        /** Management port of enterprise-service. */
        @WithDefault("http://127.0.0.1:9082")
        URI enterpriseManagement();

        /** Management port of inspection-service. */
        @WithDefault("http://127.0.0.1:9083")
        URI inspectionManagement();

        /** Management port of notification-service. */
        @WithDefault("http://127.0.0.1:9084")
        URI notificationManagement();
    }

    /** Durations; what passes one is answered by a problem. */
    interface Timeouts {

        /** To connect to a service, or to wait for a free connection: 503 after it. */
        @WithDefault("2s")
        Duration connect();

        /** From the forwarding of a request to the head of its answer: 408 when its body is not there yet, else 504. */
        @WithDefault("30s")
        Duration response();

        /** The same for import routes and event streams. */
        @WithDefault("30m")
        Duration longResponse();

        /** A connection on which nothing moves for this long is closed, event streams included. */
        @WithDefault("5m")
        Duration idle();

        /** From the opening of a connection to the head of its first request. */
        @WithDefault("15s")
        Duration firstRequest();

        /** One look at a service's management port. */
        @WithDefault("2s")
        Duration probe();
    }

    /** Sizes. */
    interface Limits {

        /** Greatest body: 413 above it. */
        @WithDefault("1M")
        MemorySize body();

        /** Greatest body of a path that ends in {@code /imports}. */
        @WithDefault("1G")
        MemorySize importBody();

        /** Longest request line: 414 above it. */
        @WithDefault("8K")
        MemorySize requestLine();

        /** Greatest sum of all header fields: 431 above it. */
        @WithDefault("16K")
        MemorySize headers();
    }

    /** Connections to one service. */
    interface Pool {

        /** Connections for ordinary requests, over all event loops. */
        @WithDefault("256")
        int size();

        /** Connections for event streams, each of which is held for as long as its client listens. */
        @WithDefault("1024")
        int streams();

        /** Requests that may wait for a connection, over all event loops: 503 above it. */
        @WithDefault("2048")
        int queue();
    }

    /**
     * The delay between the withdrawal of a key or client and its effect at the edge is at most {@link #maxAge()};
     * the services verify each token again with their own bound.
     */
    interface TokenCache {

        /** Longest time a verified token is taken without a new verification; never past its expiry. */
        @WithDefault("60s")
        Duration maxAge();

        /** Greatest number of tokens remembered. */
        @WithDefault("10000")
        int size();
    }

    /** Token bucket per client: the client id of the token, the peer's address where there is none. */
    interface Rate {

        /** Requests per window, and the largest burst. */
        @WithDefault("5000")
        long quota();

        /** Window in whole seconds. The default of 5,000 in 2 s lets a client send 2,500 a second. */
        @WithDefault("2s")
        Duration window();

        /** Greatest number of clients remembered; the least recently seen is forgotten first. */
        @WithDefault("100000")
        int clients();

        /** Addresses of proxies of our own in front, whose {@code X-Forwarded-For} is believed for the address. */
        Optional<List<String>> trustedProxies();
    }

    /** Allow list; empty refuses every other origin. */
    interface Cors {

        /** Origins such as {@code https://portal.example.org}; no wildcard. */
        Optional<List<String>> origins();

        /** How long a browser may keep the answer of a preflight. */
        @WithDefault("10m")
        Duration maxAge();
    }

    /** What the gateway collects from the management ports. */
    interface Collected {

        /** Longest age of the merged OpenAPI. */
        @WithDefault("30s")
        Duration openapiMaxAge();

        /** Longest age of the states shown at {@code /status}. */
        @WithDefault("2s")
        Duration statusMaxAge();
    }

    /** Stopping: not ready, then the delay, then requests under way are finished, then closed. */
    interface Shutdown {

        /** Time for load balancers to notice that the gateway is not ready any more. */
        @WithDefault("0s")
        Duration delay();

        /** Longest wait for requests under way. */
        @WithDefault("20s")
        Duration grace();
    }
}
