package org.qualityzones.decisionrecord;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.qualityzones.decision.Engine;
import org.qualityzones.decision.Replay;
import org.qualityzones.decision.Replayer;
import org.qualityzones.rulebook.RuleBook;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Problems;

/** Computes stored decisions again; reads in transactions, computes outside of them. */
@ApplicationScoped
class ReplayService {

    private static final int LONGEST = 500;

    private final StoredDecisions store;
    private final VisibleDecisions visible;
    private final Replayer replayer;

    ReplayService(StoredDecisions store, VisibleDecisions visible, RuleBook rules, @All List<Engine> engines) {
        this.store = store;
        this.visible = visible;
        this.replayer = new Replayer(engines, rules::find);
    }

    /** One decision within the caller's rows. */
    Replay one(UUID id, Caller caller) {
        StoredDecisions.Row row = QuarkusTransaction.requiringNew().call(() -> {
            StoredDecisions.Row found = store.find(id).orElseThrow(() -> Problems.notFound("decision", id));
            visible.require(id, found.declarationId(), found.lineNo(), caller);
            return found;
        });
        return replayer.replay(row.decision());
    }

    /** The next decisions of the whole store. */
    ReplayPage page(ReplayRequest request) {
        List<StoredDecisions.Row> rows =
                QuarkusTransaction.requiringNew().call(() -> store.after(request.after(), request.size()));
        List<ReplayPage.Differing> differing = new ArrayList<>();
        for (StoredDecisions.Row row : rows) {
            Replay replay = replayer.replay(row.decision());
            if (!replay.identical()) {
                differing.add(new ReplayPage.Differing(
                        row.id(), shortened(replay.differences().getFirst())));
            }
        }
        boolean more = rows.size() == request.size();
        return new ReplayPage(
                rows.size(),
                rows.size() - differing.size(),
                differing,
                more ? rows.getLast().id() : null,
                request.after() == null ? QuarkusTransaction.requiringNew().call(store::total) : null);
    }

    private static Replay.Difference shortened(Replay.Difference difference) {
        return new Replay.Difference(
                difference.pointer(), shortened(difference.stored()), shortened(difference.recomputed()));
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
