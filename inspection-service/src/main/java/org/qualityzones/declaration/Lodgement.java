package org.qualityzones.declaration;

import org.qualityzones.copies.KnownParties;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;

/**
 * A declaration that a caller lodges: whether it may, and what comes of it, by one look at the parties. Each look is for
 * the transaction in which it is taken; not for concurrent use.
 */
final class Lodgement {

    private final DeclarationService service;
    private final DeclarationCommands.Filing filing;
    private final Caller caller;
    private KnownParties parties;

    Lodgement(DeclarationService service, DeclarationCommands.Filing filing, Caller caller) {
        this.service = service;
        this.filing = filing;
        this.caller = caller;
    }

    /** Refuses a caller that may not file this; looks anew. */
    void authorize() {
        parties = service.authorize(filing, caller);
    }

    /** Files it and decides it, with the parties as {@link #authorize()} found them. */
    Answer file() {
        return service.file(filing, caller, parties);
    }
}
