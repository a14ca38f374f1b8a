package org.qualityzones.web.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Types of ours in the words of JSON. */
final class Expectations {

    private Expectations() {}

    static String of(Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : scalar(type);
    }

    static String code(Class<?> type) {
        if (type == Instant.class) {
            return "instant";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == UUID.class) {
            return "uuid";
        }
        return type != null && type.isEnum() ? "unknown-value" : "type";
    }

    private static String scalar(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Instant.class) {
            return "an RFC 3339 instant such as 2026-11-21T08:30:00Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-11-21";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        return scalarNumber(type);
    }

    private static String scalarNumber(Class<?> type) {
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "a number";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "a whole number in range" : "an object";
    }
}
