package org.qualityzones.classification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.ValueChanged;
import org.qualityzones.enterprise.CivilDays;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.EnterpriseRecorder;
import org.qualityzones.enterprise.Enterprises;
import org.qualityzones.enterprise.QualityClass;
import org.qualityzones.messaging.support.Trouble;

/**
 * Ends classes whose last day is over: unclassified from the first instant of the next day, unless a new assessment was
 * proposed in time and still waits for its decision.
 */
@ApplicationScoped
class ClassTerms {
    private static final Logger LOG = Logger.getLogger(ClassTerms.class);
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final UUID FIRST = new UUID(0, 0);

    private final Enterprises enterprises;
    private final ClassAssessments assessments;
    private final EnterpriseRecorder recorder;
    private final ClassConfig config;
    private final CivilDays days;
    private final Trouble trouble = new Trouble(LOG, "end of classes", QUIET);

    ClassTerms(
            Enterprises enterprises,
            ClassAssessments assessments,
            EnterpriseRecorder recorder,
            ClassConfig config,
            CivilDays days) {
        this.enterprises = enterprises;
        this.assessments = assessments;
        this.recorder = recorder;
        this.config = config;
        this.days = days;
    }

    /** Each batch commits on its own; several instances may run it, since each row is locked and looked at again. */
    @Scheduled(every = "{qz.enterprise.sweep-every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        trouble.attempt(this::end);
    }

    void end() {
        LocalDate today = days.today();
        UUID last = FIRST;
        while (last != null) {
            UUID after = last;
            last = QuarkusTransaction.requiringNew().call(() -> endBatch(today, after));
        }
    }

    private UUID endBatch(LocalDate today, UUID after) {
        List<UUID> ended = enterprises.classifiedUntilBefore(today, after, config.sweepBatch());
        ended.forEach(id -> end(enterprises.requiredForUpdate(id), today));
        return ended.size() < config.sweepBatch() ? null : ended.getLast();
    }

    private void end(Enterprise enterprise, LocalDate today) {
        enterprise
                .classValidUntil()
                .filter(until -> until.isBefore(today))
                .filter(until -> !assessments.isOpenSince(enterprise.id(), lastNotice(until)))
                .ifPresent(until -> unclassify(enterprise, until));
    }

    private Instant lastNotice(LocalDate until) {
        return days.startOf(until.minus(config.renewalNotice()).plusDays(1));
    }

    private void unclassify(Enterprise enterprise, LocalDate until) {
        QualityClass from = enterprise.qualityClass();
        enterprise.classify(QualityClass.UNCLASSIFIED, until.plusDays(1), null);
        recorder.record(
                enterprise,
                EventTypes.ENTERPRISE_CLASS_CHANGED,
                days.startOf(until.plusDays(1)),
                new ValueChanged(from.name(), QualityClass.UNCLASSIFIED.name(), "The term of the class ended"));
    }
}
