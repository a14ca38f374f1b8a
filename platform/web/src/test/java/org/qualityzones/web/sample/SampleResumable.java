package org.qualityzones.web.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.qualityzones.web.jobs.JobProgress;
import org.qualityzones.web.jobs.ResumableWork;

/** Work of which the rest is quickly done. */
@ApplicationScoped
public class SampleResumable implements ResumableWork {

    @Override
    public String kind() {
        return "sample-resumable";
    }

    @Override
    public void run(UUID id, JobProgress progress) {
        progress.total(3);
        progress.done(3);
    }
}
