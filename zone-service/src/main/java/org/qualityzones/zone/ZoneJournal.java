package org.qualityzones.zone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.qualityzones.contracts.Topics;
import org.qualityzones.contracts.ZoneState;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.web.Audit;

/** Writes what every change of a zone leaves behind: a version in its history, an event and an audit row. */
@ApplicationScoped
public class ZoneJournal {
    static final String KIND = "zone";

    private final Measures measures;
    private final StateVersions versions;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ZoneJournal(Measures measures, StateVersions versions, Outbox outbox, Audit audit, Clock clock) {
        this.measures = measures;
        this.versions = versions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records the zone's present version, the first one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ZoneState first(Zone zone, ZoneEntry entry) {
        Instant now = clock.instant();
        Instant validFrom = Objects.requireNonNullElse(entry.validFrom(), now);
        ZoneState state = view(zone);
        versions.append(KIND, zone.code(), zone.version(), validFrom, now, state);
        outbox.append(new EventDraft(
                Topics.ZONE, zone.code(), entry.event(), zone.version(), validFrom, entry.change(), state));
        audit.record("zone." + entry.action(), zone.code(), entry.reason());
        return state;
    }

    /** Raises the version and records it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ZoneState record(Zone zone, ZoneEntry entry) {
        zone.raise();
        return first(zone, entry);
    }

    /** Several zones as everyone may see them now, in the same order. */
    List<ZoneState> views(List<Zone> zones) {
        Map<UUID, List<Measure>> open =
                measures.open(zones.stream().map(Zone::id).toList());
        return zones.stream()
                .map(zone -> ZoneStates.of(zone, open.getOrDefault(zone.id(), List.of())))
                .toList();
    }

    /** The zone as everyone may see it now. */
    public ZoneState view(Zone zone) {
        return ZoneStates.of(zone, measures.open(zone.id()));
    }
}
