package org.qualityzones.gateway;

import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Request id and trace context: taken from the client when well formed, else made here. */
public final class CorrelationId {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACE_PARENT = "traceparent";
    static final String TRACE_STATE = "tracestate";

    private static final Pattern TRACE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LONGEST = 64;

    private CorrelationId() {}

    /** The one id offered, when it is 1–64 of {@code A-Za-z0-9._-}; else a new one. */
    public static String requestId(MultiMap headers) {
        String offered = headers.get(REQUEST_ID);
        return wellFormed(offered) ? offered : newRequestId();
    }

    /** Leaves a well-formed W3C trace context, else begins a new trace. */
    public static void keepOrBeginTrace(MultiMap headers) {
        String offered = headers.get(TRACE_PARENT);
        if (offered == null || !TRACE.matcher(offered).matches()) {
            headers.remove(TRACE_STATE);
            headers.set(TRACE_PARENT, newTrace());
        }
    }

    /** A UUID of version 4; it names the request and keeps nothing secret, so it costs no secure random number. */
    private static String newRequestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    private static String newTrace() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }

    private static boolean wellFormed(String id) {
        if (id == null || id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }
}
