package org.qualityzones.credit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.qualityzones.enterprise.CivilDays;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.Enterprises;
import org.qualityzones.messaging.support.Trouble;

/** Lets credit records lapse whose last day is over, and reckons the standing anew. */
@ApplicationScoped
class CreditLapses {
    private static final Logger LOG = Logger.getLogger(CreditLapses.class);
    private static final Duration QUIET = Duration.ofMinutes(5);

    private final CreditRecords records;
    private final CreditRecorder recorder;
    private final Enterprises enterprises;
    private final CreditConfig config;
    private final CivilDays days;
    private final Trouble trouble = new Trouble(LOG, "lapse of credit records", QUIET);

    CreditLapses(
            CreditRecords records,
            CreditRecorder recorder,
            Enterprises enterprises,
            CreditConfig config,
            CivilDays days) {
        this.records = records;
        this.recorder = recorder;
        this.enterprises = enterprises;
        this.config = config;
        this.days = days;
    }

    /** Closes one batch; several instances may run it at once, since the enterprise is locked and the record looked at again. */
    @Scheduled(every = "{qz.enterprise.sweep-every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        trouble.attempt(this::lapse);
    }

    void lapse() {
        QuarkusTransaction.requiringNew().run(this::lapseBatch);
    }

    private void lapseBatch() {
        for (CreditRecord ended : records.endedBefore(days.today(), config.sweepBatch())) {
            Enterprise enterprise = enterprises.requiredForUpdate(ended.enterpriseId());
            CreditRecord now = records.requiredForUpdate(enterprise.id(), ended.id());
            if (!now.lapsed()) {
                recorder.lapse(enterprise, now);
            }
        }
    }
}
