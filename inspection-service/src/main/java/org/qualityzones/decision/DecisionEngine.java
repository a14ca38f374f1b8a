package org.qualityzones.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.PartyStatus;
import org.qualityzones.ruleset.DrawKind;
import org.qualityzones.ruleset.RuleSet;

/** Decides. Pure and total: no clock, no database, no random source; the same inputs give the same bytes everywhere. */
public final class DecisionEngine {

    /** Version of the engine and of the record's schema. */
    public static final String VERSION = "1";

    /** This engine among those that stored decisions are computed again by. */
    public static final Engine ONE = new One();

    private DecisionEngine() {}

    /**
     * Who must be refused before a line is decided: {@code producer} or {@code consignor} when deregistered. A line decided
     * all the same is held.
     */
    public static Optional<String> refusedParty(Facts facts) {
        if (facts.producer().status() == PartyStatus.DEREGISTERED) {
            return Optional.of("producer");
        }
        return facts.consignor().status() == PartyStatus.DEREGISTERED ? Optional.of("consignor") : Optional.empty();
    }

    /** Which draw, if any, decides about these facts, so which message its number is made of; {@code facts.draw} is not read. */
    public static Optional<DrawKind> drawNeeded(Facts facts, RuleSet ruleSet) {
        DecisionRun run = new DecisionRun(facts, ruleSet, DecisionContext.hypothetical(null), MissingDraw.NOT_DRAWN);
        run.decide();
        return Optional.ofNullable(run.drawKind());
    }

    /** The decision about a line; a draw that decides and is missing counts as drawn and is a missing fact. */
    public static Decision decide(Facts facts, RuleSet ruleSet, DecisionContext context) {
        return new DecisionRun(facts, ruleSet, context, MissingDraw.DEGRADES).decide();
    }

    /** As {@link #decide}, but a draw that decides and is missing gives both answers. */
    public static Evaluation evaluate(Facts facts, RuleSet ruleSet, DecisionContext context) {
        DecisionRun run = new DecisionRun(facts, ruleSet, context, MissingDraw.DRAWN);
        Decision drawn = run.decide();
        if (!run.dependsOnDraw()) {
            return new Evaluation.Certain(drawn);
        }
        Decision notDrawn = new DecisionRun(facts, ruleSet, context, MissingDraw.NOT_DRAWN).decide();
        return new Evaluation.DependsOnDraw(drawn, notDrawn);
    }

    /** Computes a decision of this engine again. Never throws for what the store holds: what cannot be read is a difference. */
    public static Replay replay(byte[] storedFacts, byte[] storedRecord, String storedDigest, RuleSet ruleSet) {
        return new Replayer(List.of(ONE), _ -> Optional.of(ruleSet))
                .replay(new StoredDecision(storedFacts, storedRecord, storedDigest, null, Map.of()));
    }

    private static final class One implements Engine {

        @Override
        public String version() {
            return VERSION;
        }

        @Override
        public DecisionRecord record(Facts facts, RuleSet ruleSet, DecisionContext context) {
            return decide(facts, ruleSet, context).record();
        }
    }
}
