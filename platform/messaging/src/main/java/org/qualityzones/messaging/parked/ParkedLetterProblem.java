package org.qualityzones.messaging.parked;

import org.qualityzones.web.ProblemType;

/** Why a parked letter is not redriven. */
enum ParkedLetterProblem implements ProblemType {
    STILL_POISONED("still-poisoned", 422, "The event cannot be taken in yet");

    private final String slug;
    private final int status;
    private final String title;

    ParkedLetterProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
