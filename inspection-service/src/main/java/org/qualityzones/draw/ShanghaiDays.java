package org.qualityzones.draw;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the law: they begin and end in Asia/Shanghai. */
public final class ShanghaiDays {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ShanghaiDays() {}

    /** The day that an instant falls on. */
    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The instant at which a day begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
