package org.qualityzones.web.jobs;

/** Ends work that another process takes up, because this one stops; the work lets it pass. */
public final class ProcessEnds extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProcessEnds() {
        super("The process ends");
    }
}
