package org.qualityzones.zone;

import java.time.Instant;
import java.util.List;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.FieldsChanged;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.ValueChanged;
import org.qualityzones.contracts.ZoneCreated;

/**
 * What is to be written down about one change of a zone.
 *
 * @param event CloudEvents type
 * @param action name of the act in the audit trail
 * @param change the event's account of what changed
 * @param reason the actor's words, kept in the audit trail
 * @param validFrom since when it holds, null for now
 */
public record ZoneEntry(String event, String action, Record change, String reason, Instant validFrom) {

    static ZoneEntry created() {
        return new ZoneEntry(EventTypes.ZONE_CREATED, "create", new ZoneCreated("API", null), "", null);
    }

    /** A zone that enters the register with an imported grade. */
    public static ZoneEntry imported(GradeFacts grade) {
        ZoneCreated change = new ZoneCreated("IMPORT", grade.source());
        return new ZoneEntry(EventTypes.ZONE_CREATED, "import", change, grade.source(), null);
    }

    /** Particulars that changed, by their names in the public state. */
    public static ZoneEntry fields(String event, String action, List<String> fields, String reason) {
        return new ZoneEntry(
                event, action, new FieldsChanged(fields.stream().sorted().toList()), reason, null);
    }

    /** A transition that leaves the level as it was. */
    public static ZoneEntry status(String action, ZoneStatus from, ZoneStatus to, String reason) {
        StatusChanged change = new StatusChanged(action, from.name(), to.name(), reason);
        return new ZoneEntry(EventTypes.ZONE_STATUS_CHANGED, action, change, reason, null);
    }

    /** A grade awarded, lowered or taken away. */
    public static ZoneEntry level(String action, ZoneLevel from, ZoneLevel to, String reason) {
        ValueChanged change = new ValueChanged(from.name(), to.name(), reason);
        return new ZoneEntry(EventTypes.ZONE_LEVEL_CHANGED, action, change, reason, null);
    }

    /** The same, holding from an earlier or later instant. */
    public ZoneEntry since(Instant instant) {
        return new ZoneEntry(event, action, change, reason, instant);
    }
}
