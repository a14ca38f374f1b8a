package org.qualityzones.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** RFC 3339 instants as text, to microseconds, of the years 0001 to 9999. */
public final class Instants {

    private static final Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    private Instants() {}

    /** The instant, or empty when the text has another form or names no instant. */
    public static Optional<Instant> parse(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            return time.getYear() < 1
                    ? Optional.empty()
                    : Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<Instant> parameter(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(parse(text)
                .orElseThrow(() -> Problems.invalidParameter(
                        name, "instant", name + " is an RFC 3339 instant such as 2026-11-21T08:30:00Z")));
    }
}
