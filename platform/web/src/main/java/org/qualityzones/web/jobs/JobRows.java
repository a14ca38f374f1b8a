package org.qualityzones.web.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The outcome of each row of a job as lines of JSON, read in batches. */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
class JobRows {

    private static final int BATCH = 1_000;

    private final JobTable table;
    private final ObjectMapper json;

    JobRows(JobTable table, ObjectMapper json) {
        this.table = table;
        this.json = json;
    }

    StreamingOutput of(Job job) {
        return out -> write(job, out);
    }

    private void write(Job job, OutputStream out) throws IOException {
        long last = 0;
        List<JobRow> batch;
        do {
            long after = last;
            batch = QuarkusTransaction.requiringNew().call(() -> table.rows(job.id(), after, BATCH));
            for (JobRow row : batch) {
                out.write(json.writeValueAsBytes(row));
                out.write('\n');
                last = row.row();
            }
        } while (batch.size() == BATCH);
    }
}
