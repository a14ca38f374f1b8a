package org.qualityzones.enterprise;

import java.time.LocalDate;

/** Suspension of applications for inspection (暂停报检), both days included, in Asia/Shanghai. */
public record Suspension(SuspensionScope scope, LocalDate from, LocalDate until, String reason) {

    boolean endedBy(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
