package org.qualityzones.lifecycle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.support.Trouble;
import org.qualityzones.zone.Days;
import org.qualityzones.zone.Measures;
import org.qualityzones.zone.Zone;
import org.qualityzones.zone.ZoneEntry;
import org.qualityzones.zone.ZoneJournal;
import org.qualityzones.zone.ZoneStatus;
import org.qualityzones.zone.Zones;

/** Ends grades whose term is over and for which no review was opened in time. */
@ApplicationScoped
class GradeExpiry {
    private static final Logger LOG = Logger.getLogger(GradeExpiry.class);
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final int BATCH = 100;
    private static final List<ZoneStatus> ENDING =
            List.of(ZoneStatus.ACTIVE, ZoneStatus.RECTIFYING, ZoneStatus.SUSPENDED);

    private final Zones zones;
    private final Measures measures;
    private final ZoneJournal journal;
    private final Clock clock;
    private final Trouble trouble = new Trouble(LOG, "end of grades", QUIET);

    GradeExpiry(Zones zones, Measures measures, ZoneJournal journal, Clock clock) {
        this.zones = zones;
        this.measures = measures;
        this.journal = journal;
        this.clock = clock;
    }

    @Scheduled(
            every = "${qz.zone.life-cycle.expiry-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        trouble.attempt(this::sweep);
    }

    void sweep() {
        List<String> codes = QuarkusTransaction.requiringNew().call(() -> zones.overdue(today(), ENDING, BATCH));
        codes.forEach(code -> QuarkusTransaction.requiringNew().run(() -> expire(code)));
    }

    private void expire(String code) {
        Zone zone = zones.requiredLocked(code);
        LocalDate until = zone.gradedUntil().orElse(LocalDate.MAX);
        if (!until.isBefore(today()) || !ENDING.contains(zone.status())) {
            return;
        }
        ZoneStatus before = zone.status();
        zone.move(ZoneStatus.EXPIRED);
        measures.open(zone.id()).forEach(measure -> measure.end(clock.instant(), "expire"));
        measures.flush();
        journal.record(
                zone,
                ZoneEntry.status("expire", before, zone.status(), "The term ended on " + until)
                        .since(Days.start(until.plusDays(1))));
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
