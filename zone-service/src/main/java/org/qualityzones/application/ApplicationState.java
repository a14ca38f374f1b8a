package org.qualityzones.application;

/** Where an application stands. */
enum ApplicationState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    RECOMMENDED,
    ASSESSING,
    APPROVED,
    PUBLICIZED,
    OBJECTED,
    PUBLISHED,
    REFUSED,
    WITHDRAWN;

    boolean isClosed() {
        return this == PUBLISHED || this == REFUSED || this == WITHDRAWN;
    }
}
