package org.qualityzones.enterprise;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.messaging.support.Trouble;

/** Ends suspensions whose last day is over, in force from the first instant of the next day. */
@ApplicationScoped
class SuspensionEnds {
    private static final Logger LOG = Logger.getLogger(SuspensionEnds.class);
    private static final Duration QUIET = Duration.ofMinutes(5);

    private final Enterprises enterprises;
    private final EnterpriseRecorder recorder;
    private final EnterpriseConfig config;
    private final CivilDays days;
    private final Trouble trouble = new Trouble(LOG, "end of suspensions", QUIET);

    SuspensionEnds(Enterprises enterprises, EnterpriseRecorder recorder, EnterpriseConfig config, CivilDays days) {
        this.enterprises = enterprises;
        this.recorder = recorder;
        this.config = config;
        this.days = days;
    }

    /** Closes one batch; several instances may run it at once, since each row is locked and looked at again. */
    @Scheduled(every = "{qz.enterprise.sweep-every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        trouble.attempt(this::end);
    }

    void end() {
        QuarkusTransaction.requiringNew().run(this::endBatch);
    }

    private void endBatch() {
        LocalDate today = days.today();
        for (String uscc : enterprises.suspendedUntilBefore(today, config.sweepBatch())) {
            Enterprise enterprise = enterprises.requiredForUpdate(uscc);
            enterprise
                    .suspension()
                    .filter(suspension -> suspension.endedBy(today))
                    .ifPresent(suspension -> end(enterprise, suspension));
        }
    }

    private void end(Enterprise enterprise, Suspension suspension) {
        enterprise.endSuspension();
        StatusChanged change = new StatusChanged(
                EnterpriseWorkflow.SUSPENSION_ENDED,
                EnterpriseWorkflow.SUSPENDED,
                enterprise.status().name(),
                null);
        recorder.record(
                enterprise,
                EventTypes.ENTERPRISE_STATUS_CHANGED,
                days.startOf(suspension.until().plusDays(1)),
                change);
    }
}
