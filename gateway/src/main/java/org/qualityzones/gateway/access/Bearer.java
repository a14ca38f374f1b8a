package org.qualityzones.gateway.access;

import io.vertx.core.MultiMap;
import java.util.List;

/** What the {@code Authorization} header of a request holds. */
sealed interface Bearer {

    /** A token, not looked at yet. */
    record Presented(String token) implements Bearer {}

    /** No header. */
    record Absent() implements Bearer {}

    /** Several headers, another scheme, or something that is no token. */
    record Malformed() implements Bearer {}

    static Bearer of(MultiMap headers) {
        List<String> values = headers.getAll("Authorization");
        if (values.isEmpty()) {
            return new Absent();
        }
        String value = values.getFirst();
        if (values.size() > 1 || !value.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return new Malformed();
        }
        String token = value.substring(7).strip();
        return token.isEmpty() || !isToken68(token) ? new Malformed() : new Presented(token);
    }

    private static boolean isToken68(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && "-._~+/=".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
