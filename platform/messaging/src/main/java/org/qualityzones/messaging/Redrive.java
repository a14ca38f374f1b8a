package org.qualityzones.messaging;

import java.util.UUID;

/** What a redrive came to. */
public sealed interface Redrive {

    /** @param letters how many were taken in or found superseded */
    record Done(int letters) implements Redrive {}

    /** @param letter the one that failed again @param before how many went well before it */
    record FailedAgain(UUID letter, int before, PoisonedEvent reason) implements Redrive {}

    /** Only a letter in state PARKED, of a consumer that exists, can be redriven. */
    record NotOpen(ParkedLetter.State state) implements Redrive {}

    record NotThere() implements Redrive {}
}
