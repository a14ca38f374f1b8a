package org.qualityzones.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.qualityzones.web.Audit;

/** Gives parked letters up for good; those that wait behind one follow as after a redrive. */
@ApplicationScoped
public class Discards {

    private static final Logger LOG = Logger.getLogger(Discards.class);

    private final ParkedLetters letters;
    private final Redrives redrives;
    private final UnitOfWork work;
    private final Audit audit;

    Discards(ParkedLetters letters, Redrives redrives, UnitOfWork work, Audit audit) {
        this.letters = letters;
        this.redrives = redrives;
        this.work = work;
        this.audit = audit;
    }

    /**
     * Discards an open letter: its event counts as dealt with and is never applied. That is committed before the first of
     * those that wait is tried.
     *
     * @param reason the operator's, without personal data
     */
    public Discard discard(UUID id, String reason) {
        ParkedLetter letter = letters.find(id).orElse(null);
        if (letter == null) {
            return new Discard.NotThere();
        }
        Optional<Discard> refusal = work.call(() -> close(letter, reason));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LOG.infof("discarded: letter=%s consumer=%s", id, letter.consumer());
        Redrives.Trail trail = redrives.follow(letter);
        return new Discard.Done(trail.done(), trail.failed());
    }

    private Optional<Discard> close(ParkedLetter seen, String reason) {
        letters.lock(seen.consumer(), seen.topic(), seen.key());
        ParkedLetter letter = letters.find(seen.id()).orElseThrow();
        Optional<UUID> before = letters.before(letter);
        if (before.isPresent()) {
            return Optional.of(new Discard.NotOpen(letter.state(), before.get()));
        }
        if (!letters.discard(letter.id(), reason)) {
            ParkedLetter closed = letters.find(letter.id()).orElseThrow();
            return Optional.of(new Discard.NotOpen(closed.state(), null));
        }
        audit.record("parked-letter.discard", letter.id().toString(), reason);
        return Optional.empty();
    }
}
