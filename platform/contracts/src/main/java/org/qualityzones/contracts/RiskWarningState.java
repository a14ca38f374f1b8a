package org.qualityzones.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A risk warning. Key: {@code id}. It is in force from {@code from} to {@code until}, both days included
 * (Asia/Shanghai), unless lifted.
 *
 * @param level 1 (gravest) to 3
 * @param measure {@code TIGHTEN}, {@code SUSPEND} or {@code BAN}
 * @param until null = open
 * @param status {@code ACTIVE} or {@code LIFTED}
 * @param reason public reason
 * @param alertIds alerts it rests on
 * @param liftedAt null while active
 */
public record RiskWarningState(
        String id,
        Scope scope,
        int level,
        String measure,
        LocalDate from,
        LocalDate until,
        String status,
        String reason,
        List<String> alertIds,
        Instant liftedAt,
        long version) {

    /**
     * What it is about: every part that is not null must match; at least one is given.
     *
     * @param hsPrefix 2 to 10 digits
     * @param destination ISO 3166-1 alpha-2
     * @param uscc producer or consignor
     */
    public record Scope(String hsPrefix, String destination, String uscc) {}
}
