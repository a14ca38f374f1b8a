package org.qualityzones.web.jobs;

import java.util.UUID;

/**
 * Work of a job that outlives the process that began it: a bean for each kind. When a process ends, another one takes the
 * job up; the work then finds in its own tables how far it came. Two processes may for a moment believe that a job is
 * theirs, so each step is kept only if nobody else kept it.
 */
public interface ResumableWork {

    /** What it does, kebab case. */
    String kind();

    /** Works from where the job stands and stops when told. An exception fails the job. @param id of the job */
    void run(UUID id, JobProgress progress) throws Exception;
}
