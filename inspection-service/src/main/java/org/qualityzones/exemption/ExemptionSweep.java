package org.qualityzones.exemption;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.messaging.support.Trouble;
import org.qualityzones.web.Audit;

/** Withdraws applications whose missing documents were not supplied in time. */
@ApplicationScoped
class ExemptionSweep {

    private final Trouble trouble = new Trouble(
            Logger.getLogger(ExemptionSweep.class), "the terms of exemption applications", Duration.ofMinutes(1));
    private static final int BATCH = 100;
    private static final String SYSTEM = "system";

    private final ExemptionApplications applications;
    private final ApplicationSteps steps;
    private final ExemptionEvents events;
    private final Audit audit;
    private final Clock clock;

    ExemptionSweep(
            ExemptionApplications applications,
            ApplicationSteps steps,
            ExemptionEvents events,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.steps = steps;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        trouble.attempt(this::sweep);
    }

    void sweep() {
        LocalDate today = ShanghaiDays.of(clock.instant());
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> withdraw(today));
        }
    }

    private boolean withdraw(LocalDate today) {
        List<UUID> late = applications.incompleteBefore(today, BATCH);
        late.forEach(id -> applications
                .forUpdate(id)
                .filter(application -> application.status() == ApplicationStatus.INCOMPLETE)
                .ifPresent(this::withdraw));
        return late.size() == BATCH;
    }

    private void withdraw(ExemptionApplication application) {
        Instant now = clock.instant();
        ApplicationStatus from = application.status();
        steps.take(
                application, ApplicationStatus.WITHDRAWN, "Missing documents were not supplied in time", SYSTEM, now);
        events.changed(application, "withdraw", from, now);
        audit.record("exemption-application.withdraw", application.id().toString(), application.reason());
    }
}
