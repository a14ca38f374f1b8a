package org.qualityzones.alert;

/** What is known of a match. */
enum MatchState {
    PROPOSED,
    CONFIRMED,
    REJECTED
}
