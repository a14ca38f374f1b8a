package org.qualityzones.web.jobs;

/** Where a job stands. */
public enum JobState {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
}
