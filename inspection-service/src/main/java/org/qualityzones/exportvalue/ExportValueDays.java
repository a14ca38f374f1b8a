package org.qualityzones.exportvalue;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.qualityzones.messaging.support.Trouble;

/** Adds entries up soon after they are made, so that few are read one by one. */
@ApplicationScoped
class ExportValueDays {

    private static final Logger LOG = Logger.getLogger(ExportValueDays.class);
    private static final int BATCH = 5000;
    private static final int BATCHES = 20;

    private final ExportValues values;
    private final Trouble trouble = new Trouble(LOG, "adding up of export values", Duration.ofSeconds(30));

    ExportValueDays(ExportValues values) {
        this.values = values;
    }

    @Scheduled(every = "{qz.export-value.add-up-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void addUp() {
        trouble.attempt(this::addUpBatches);
    }

    private void addUpBatches() {
        for (int batch = 0; batch < BATCHES; batch++) {
            if (values.addUp(BATCH) < BATCH) {
                break;
            }
        }
    }
}
