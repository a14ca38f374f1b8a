package org.qualityzones.lifecycle;

import static org.qualityzones.zone.ZoneStatus.ACTIVE;
import static org.qualityzones.zone.ZoneStatus.EXPIRED;
import static org.qualityzones.zone.ZoneStatus.RECTIFYING;
import static org.qualityzones.zone.ZoneStatus.REVOKED;
import static org.qualityzones.zone.ZoneStatus.SUSPENDED;
import static org.qualityzones.zone.ZoneStatus.UNDER_REVIEW;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.zone.ZoneLevel;
import org.qualityzones.zone.ZoneStatus;

/** Acts on a grade: from which statuses, and where they lead. */
enum ZoneAction {
    ORDER_RECTIFICATION("order-rectification", Set.of(ACTIVE, UNDER_REVIEW), RECTIFYING, "reason"),
    SUSPEND(
            "suspend",
            Set.of(ACTIVE, RECTIFYING, UNDER_REVIEW),
            SUSPENDED,
            "reason; measures pause for later decisions, earlier ones stay"),
    REINSTATE("reinstate", Set.of(RECTIFYING, SUSPENDED), ACTIVE, "the term has not ended"),
    DOWNGRADE(
            "downgrade",
            Set.of(ACTIVE, RECTIFYING, UNDER_REVIEW, SUSPENDED),
            ACTIVE,
            "reason; one level down (a provincial zone goes back to CULTIVATING); measures of the higher grade end"),
    REVOKE(
            "revoke",
            Set.of(ACTIVE, RECTIFYING, UNDER_REVIEW, SUSPENDED, EXPIRED),
            REVOKED,
            "reason; from ACTIVE also a finding about the zone itself; titles and measures end, applications are barred"),
    START_REVIEW("start-review", Set.of(ACTIVE), UNDER_REVIEW, "before the term ends; measures go on until decided"),
    RENEW(
            "renew",
            Set.of(UNDER_REVIEW),
            ACTIVE,
            "scored sheet at or above the level's pass mark, no veto item; a second person");

    private final String wire;
    private final Set<ZoneStatus> from;
    private final ZoneStatus to;
    private final String guard;

    ZoneAction(String wire, Set<ZoneStatus> from, ZoneStatus to, String guard) {
        this.wire = wire;
        this.from = from;
        this.to = to;
        this.guard = guard;
    }

    static Optional<ZoneAction> of(String wire) {
        return Arrays.stream(values())
                .filter(action -> action.wire.equals(wire))
                .findFirst();
    }

    /** Whether a person's reason must be on record. */
    boolean isAdverse() {
        return this == ORDER_RECTIFICATION || this == SUSPEND || this == DOWNGRADE || this == REVOKE;
    }

    String wire() {
        return wire;
    }

    Set<ZoneStatus> from() {
        return from;
    }

    /** Status afterwards of a zone that holds {@code level}. */
    ZoneStatus to(ZoneLevel level) {
        return this == DOWNGRADE && level == ZoneLevel.PROVINCIAL ? ZoneStatus.CULTIVATING : to;
    }

    /** Level afterwards of a zone that holds {@code level}. */
    ZoneLevel level(ZoneLevel level) {
        return switch (this) {
            case DOWNGRADE -> level.lower();
            case REVOKE -> ZoneLevel.NONE;
            default -> level;
        };
    }

    String guard() {
        return guard;
    }
}
