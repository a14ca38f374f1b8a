package org.qualityzones.credit;

import java.time.LocalDate;
import org.qualityzones.enterprise.CreditLevel;
import org.qualityzones.web.Problems;

/** Makes the entry that a command asks for, with what it leaves open filled in. */
final class CreditEntries {
    private CreditEntries() {}

    static CreditEntry of(CreditCommands.Enter command, LocalDate today, CreditConfig config) {
        CreditKind kind = kind(command);
        LocalDate day = command.occurredOn() == null ? today : command.occurredOn();
        if (day.isAfter(today)) {
            throw Problems.invalid("/occurredOn", "future", "occurredOn is a day that has come");
        }
        if (command.until() != null && command.until().isBefore(day)) {
            throw Problems.invalid("/until", "until-before-from", "until is a day before occurredOn");
        }
        return new CreditEntry(
                kind,
                command.category(),
                kind == CreditKind.RATING ? null : command.severity(),
                level(kind, command),
                day,
                until(kind, command, day, config),
                command.reason(),
                command.instrument(),
                null);
    }

    private static CreditKind kind(CreditCommands.Enter command) {
        if (command.kind() != null) {
            return command.kind();
        }
        return command.level() != null && command.severity() == null ? CreditKind.RATING : CreditKind.INCIDENT;
    }

    private static CreditLevel level(CreditKind kind, CreditCommands.Enter command) {
        if (kind != CreditKind.RATING && command.severity() == null) {
            throw Problems.invalid("/severity", "required", "A penalty or incident needs its severity");
        }
        if (kind == CreditKind.RATING && command.level() == null) {
            throw Problems.invalid("/level", "required", "A rating needs its level");
        }
        if (command.level() == CreditLevel.UNRATED) {
            throw Problems.invalid("/level", "enum", "A record leads to one of AA, A, B, C, D");
        }
        return command.level() == null ? command.severity().bestLevel() : command.level();
    }

    private static LocalDate until(CreditKind kind, CreditCommands.Enter command, LocalDate day, CreditConfig config) {
        if (command.until() != null || kind == CreditKind.RATING) {
            return command.until();
        }
        return day.plus(config.countsFor());
    }
}
