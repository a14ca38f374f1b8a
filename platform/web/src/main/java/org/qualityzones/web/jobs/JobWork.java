package org.qualityzones.web.jobs;

/** What a job does, on a virtual thread of its own; opens its own transactions. */
@FunctionalInterface
public interface JobWork {

    /** Works row by row, reports each and stops when told. An exception fails the job; rows done stay done. */
    void run(JobProgress progress) throws Exception;
}
