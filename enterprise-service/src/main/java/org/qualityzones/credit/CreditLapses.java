package org.qualityzones.credit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.qualityzones.enterprise.CivilDays;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.Enterprises;

/** Lets credit records lapse whose last day is over, and reckons the standing anew. */
@ApplicationScoped
class CreditLapses {
    private final CreditRecords records;
    private final CreditRecorder recorder;
    private final Enterprises enterprises;
    private final CreditConfig config;
    private final CivilDays days;

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
    @Transactional
    void lapse() {
        for (CreditRecord ended : records.endedBefore(days.today(), config.sweepBatch())) {
            Enterprise enterprise = enterprises.requiredForUpdate(ended.enterpriseId());
            CreditRecord now = records.requiredForUpdate(enterprise.id(), ended.id());
            if (!now.lapsed()) {
                recorder.lapse(enterprise, now);
            }
        }
    }
}
