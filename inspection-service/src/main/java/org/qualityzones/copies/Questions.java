package org.qualityzones.copies;

import java.time.LocalDate;
import java.util.List;
import org.qualityzones.reference.References;

/** What tells one look-up of {@link Lookups} from another. */
final class Questions {

    private Questions() {}

    static List<Object> zones(String producer, LocalDate today) {
        return List.of("zones", producer, today);
    }

    static List<Object> warnings(RiskWarningCopies.Scope scope, LocalDate today) {
        return List.of("warnings", scope, today);
    }

    static List<Object> exemption(String producer, String hsCode, LocalDate day) {
        return List.of("exemption", producer, hsCode, day);
    }

    static List<Object> history(String producer, String hsCode, LocalDate today) {
        return List.of("history", producer, hsCode, today);
    }

    static List<Object> campaign(String hsCode, String area, LocalDate day) {
        return List.of("campaign", hsCode, area, day);
    }

    static List<Object> references(List<References.Key> keys, LocalDate day) {
        return List.of("references", keys, day);
    }

    static List<Object> actions(String producer, LocalDate today) {
        return List.of("actions", producer, today);
    }

    static List<Object> exports(String producer, LocalDate since) {
        return List.of("exports", producer, since);
    }

    static List<Object> zoneKnown(String code) {
        return List.of("zone", code);
    }
}
