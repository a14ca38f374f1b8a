package org.qualityzones.messaging;

import java.util.UUID;

/** What a redrive came to. */
public sealed interface Redrive {

    /** @param letters how many were taken in or found superseded */
    record Done(int letters) implements Redrive {}

    /** @param letter the one that failed again @param before how many went well before it */
    record FailedAgain(UUID letter, int before, PoisonedEvent reason) implements Redrive {}

    /**
     * Only an open letter that waits for no other can be redriven.
     *
     * @param before the letter that it waits for, or null
     */
    record NotOpen(ParkedLetter.State state, UUID before) implements Redrive {}

    /** Its consumer is no more. */
    record NobodyTakesIt(String consumer) implements Redrive {}

    record NotThere() implements Redrive {}
}
