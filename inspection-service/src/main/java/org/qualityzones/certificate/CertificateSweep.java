package org.qualityzones.certificate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.messaging.support.Trouble;

/**
 * Ends terms that are over and tells what is due. Decisions and answers go by the day and do not wait for it. Each batch
 * commits on its own; several instances may run it, since each row is locked and looked at again.
 */
@ApplicationScoped
class CertificateSweep {

    private final Trouble trouble =
            new Trouble(Logger.getLogger(CertificateSweep.class), "the terms of certificates", Duration.ofMinutes(1));

    private final Certificates certificates;
    private final Reminders reminders;
    private final CertificateEvents events;
    private final CertificateConfig config;
    private final Clock clock;

    CertificateSweep(
            Certificates certificates,
            Reminders reminders,
            CertificateEvents events,
            CertificateConfig config,
            Clock clock) {
        this.certificates = certificates;
        this.reminders = reminders;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        trouble.attempt(this::sweep);
    }

    void sweep() {
        LocalDate today = ShanghaiDays.of(clock.instant());
        untilDone(() -> endTerms(today));
        untilDone(() -> remind(today));
    }

    /** @param batch answers whether there may be more */
    private static void untilDone(Callable<Boolean> batch) {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(batch);
        }
    }

    private boolean endTerms(LocalDate today) {
        List<UUID> ended = certificates.endedBefore(today, config.sweepBatch());
        ended.forEach(id -> certificates
                .forUpdate(id)
                .filter(certificate -> certificate.on(today) != certificate.status())
                .ifPresent(this::expire));
        return ended.size() == config.sweepBatch();
    }

    private void expire(Certificate certificate) {
        CertificateStatus from = certificate.status();
        certificate.expire();
        certificates.flush();
        events.changed(
                certificate,
                "expire",
                from,
                null,
                ShanghaiDays.startOf(certificate.validUntil().plusDays(1)),
                clock.instant());
    }

    private boolean remind(LocalDate today) {
        List<Reminder> due = reminders.due(today, config.sweepBatch());
        due.forEach(reminder -> {
            Certificate certificate =
                    certificates.forUpdate(reminder.certificateId()).orElseThrow();
            if (reminders.tell(reminder, clock.instant())) {
                certificate.note();
                certificates.flush();
                events.reminded(certificate, reminder, clock.instant());
            }
        });
        return !due.isEmpty();
    }
}
