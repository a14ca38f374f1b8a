package org.qualityzones.web.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * Work that goes on after its request was answered.
 *
 * @param kind what it does, kebab case
 * @param finishedAt null while it runs
 * @param resultUrl where the outcome of each row is
 * @param failure why it failed, in words, or null
 */
public record Job(
        UUID id,
        String kind,
        JobState state,
        Progress progress,
        Instant startedAt,
        Instant finishedAt,
        String resultUrl,
        String failure) {

    /**
     * How far a job is.
     *
     * @param done rows worked on
     * @param total rows in all, or null while that is not known
     */
    public record Progress(long done, Long total) {}

    /** Path of the job, for {@code Location}. */
    public String location() {
        return resultUrl.substring(0, resultUrl.lastIndexOf('/'));
    }
}
