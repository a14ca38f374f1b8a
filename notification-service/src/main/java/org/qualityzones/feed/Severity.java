package org.qualityzones.feed;

import java.util.Locale;
import java.util.Optional;

/** How grave an event is, from the mildest to the gravest; the words of a foreign notification's risk level. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    SERIOUS;

    /** Of a risk warning: level 1 is the gravest, 3 the mildest. */
    static Optional<Severity> ofWarningLevel(int level) {
        return switch (level) {
            case 1 -> Optional.of(SERIOUS);
            case 2 -> Optional.of(HIGH);
            case 3 -> Optional.of(MEDIUM);
            default -> Optional.empty();
        };
    }

    /** Of a risk level's name; unknown names have none. */
    static Optional<Severity> ofRiskLevel(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "LOW" -> Optional.of(LOW);
            case "MEDIUM" -> Optional.of(MEDIUM);
            case "HIGH" -> Optional.of(HIGH);
            case "SERIOUS" -> Optional.of(SERIOUS);
            default -> Optional.empty();
        };
    }
}
