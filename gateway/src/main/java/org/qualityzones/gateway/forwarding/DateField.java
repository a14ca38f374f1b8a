package org.qualityzones.gateway.forwarding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The {@code Date} of answers that come without one, written once a second. */
final class DateField {

    private volatile Written last = new Written(Long.MIN_VALUE, "");

    String now() {
        long second = System.currentTimeMillis() / 1000;
        Written written = last;
        if (written.second() != second) {
            written = new Written(second, text(second));
            last = written;
        }
        return written.text();
    }

    private static String text(long second) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }

    private record Written(long second, String text) {}
}
