package org.qualityzones.messaging;

import java.util.UUID;

/** What a discard came to. */
public sealed interface Discard {

    /**
     * The letter is discarded.
     *
     * @param redriven how many of those that waited behind it were taken in
     * @param parkedNext the one of them that failed and is parked now, null when none did
     */
    record Done(int redriven, UUID parkedNext) implements Discard {}

    /**
     * Only an open letter that waits for no other can be discarded.
     *
     * @param before the letter that it waits for, or null
     */
    record NotOpen(ParkedLetter.State state, UUID before) implements Discard {}

    record NotThere() implements Discard {}
}
