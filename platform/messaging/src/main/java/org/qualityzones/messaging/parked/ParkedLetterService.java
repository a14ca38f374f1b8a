package org.qualityzones.messaging.parked;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.qualityzones.messaging.Discard;
import org.qualityzones.messaging.Discards;
import org.qualityzones.messaging.ParkedLetter;
import org.qualityzones.messaging.ParkedLetters;
import org.qualityzones.messaging.Redrive;
import org.qualityzones.messaging.Redrives;
import org.qualityzones.web.Audit;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.CurrentRequest;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** What operators do with parked letters. */
@ApplicationScoped
class ParkedLetterService {

    private static final String WHAT = "parked letter";

    private final ParkedLetters letters;
    private final Redrives redrives;
    private final Discards discards;
    private final Audit audit;
    private final CurrentRequest request;

    ParkedLetterService(
            ParkedLetters letters, Redrives redrives, Discards discards, Audit audit, CurrentRequest request) {
        this.letters = letters;
        this.redrives = redrives;
        this.discards = discards;
        this.audit = audit;
        this.request = request;
    }

    Page<ParkedLetterView> list(ParkedLetter.State state, String consumer, PageRequest page) {
        List<ParkedLetter> found = letters.list(state, consumer, page.after(), page.limit() + 1);
        return Page.of(found, page, ParkedLetter::id).map(ParkedLetterView::of);
    }

    ParkedLetterView get(UUID id) {
        return letters.find(id).map(ParkedLetterView::of).orElseThrow(() -> Problems.notFound(WHAT, id));
    }

    /** Not to be tried out: each letter is settled in a transaction of its own. */
    RedriveView redrive(UUID id) {
        refuseDryRun("A redrive");
        return switch (redrives.redrive(id)) {
            case Redrive.Done done -> {
                audit.record("parked-letter.redrive", id.toString(), done.letters() + " settled");
                yield new RedriveView(get(id), done.letters());
            }
            case Redrive.FailedAgain failed ->
                throw Problem.of(
                                ParkedLetterProblem.STILL_POISONED,
                                failed.reason().getMessage())
                        .with("letter", failed.letter())
                        .with("reasonCode", failed.reason().code())
                        .with("redriven", failed.before());
            case Redrive.NotOpen notOpen -> throw notOpen(notOpen.state(), notOpen.before(), "redriven");
            case Redrive.NobodyTakesIt nobody ->
                throw Problem.of(
                                CommonProblem.ILLEGAL_TRANSITION,
                                "This service has no consumer " + nobody.consumer()
                                        + "; the letter can only be discarded")
                        .with("allowedActions", List.of("discard"));
            case Redrive.NotThere _ -> throw Problems.notFound(WHAT, id);
        };
    }

    /** Not to be tried out either: those that wait behind it are settled in transactions of their own. */
    DiscardView discard(UUID id, String reason) {
        refuseDryRun("A discard");
        return switch (discards.discard(id, reason)) {
            case Discard.Done done -> new DiscardView(get(id), done.redriven(), done.parkedNext());
            case Discard.NotOpen notOpen -> throw notOpen(notOpen.state(), notOpen.before(), "discarded");
            case Discard.NotThere _ -> throw Problems.notFound(WHAT, id);
        };
    }

    private void refuseDryRun(String what) {
        if (request.isDryRun()) {
            throw Problems.invalidParameter("dryRun", "dry-run", what + " cannot be tried out");
        }
    }

    private static Problem notOpen(ParkedLetter.State state, UUID before, String wanted) {
        if (before != null) {
            return Problem.of(
                            CommonProblem.ILLEGAL_TRANSITION,
                            "The letter waits behind " + before + " of the same key; settle that one first")
                    .with("allowedActions", List.of())
                    .with("letter", before);
        }
        return Problem.of(
                        CommonProblem.ILLEGAL_TRANSITION,
                        "The letter is " + state + " already; only an open one can be " + wanted)
                .with("allowedActions", List.of());
    }
}
