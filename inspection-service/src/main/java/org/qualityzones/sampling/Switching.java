package org.qualityzones.sampling;

import java.util.ArrayList;
import java.util.List;

/**
 * Switching state of one producer and product (GB/T 2828.1-2012 clauses 9.3 and 9.4). Only lots inspected for the first
 * time count; a lot that was not inspected, or was inspected again after rework, changes nothing.
 *
 * @param score switching score (9.3.3), 0 outside of normal inspection
 * @param recent verdicts of the latest consecutive lots under the current severity, at most 5, oldest first; true is accepted
 * @param rejectedTightened lots not accepted since tightened inspection began
 */
public record Switching(SamplingState state, int score, List<Boolean> recent, int rejectedTightened) {

    /** Inspection begins as normal (9.1). */
    public static final Switching START = new Switching(SamplingState.NORMAL, 0, List.of(), 0);

    private static final int WINDOW = 5;
    private static final int ENOUGH_SCORE = 30;

    public Switching {
        recent = List.copyOf(recent);
    }

    /**
     * The state after a lot's first inspection.
     *
     * @param lot the lot's verdict and, for the score, its class B plan
     * @param conditions what reduced inspection asks for beside the score
     */
    public Switching after(Lot lot, Conditions conditions) {
        return switch (state) {
            case NORMAL -> afterNormal(lot, conditions);
            case TIGHTENED -> afterTightened(lot);
            case REDUCED -> lot.accepted() && conditions.steady() ? remembered(lot, 0) : START;
            case SUSPENDED -> this;
        };
    }

    /** Corrective action was confirmed effective: inspection goes on, tightened (9.4). No effect in another state. */
    public Switching corrected() {
        return state == SamplingState.SUSPENDED ? tightened() : this;
    }

    /** Production became irregular, or another condition ends reduced inspection (9.3.4). No effect in another state. */
    public Switching irregular() {
        return state == SamplingState.REDUCED ? START : this;
    }

    /** What reduced inspection asks for was recorded anew: it begins, or ends, at once (9.3.3, 9.3.4). */
    public Switching under(Conditions conditions) {
        boolean met = conditions.steady() && conditions.approved();
        if (state == SamplingState.REDUCED) {
            return met ? this : START;
        }
        return state == SamplingState.NORMAL && met && score >= ENOUGH_SCORE ? reduced() : this;
    }

    private Switching afterNormal(Lot lot, Conditions conditions) {
        Switching next = remembered(lot, lot.accepted() ? scored(lot) : 0);
        if (next.recent.stream().filter(accepted -> !accepted).count() >= 2) {
            return tightened();
        }
        return next.under(conditions);
    }

    private static Switching reduced() {
        return new Switching(SamplingState.REDUCED, 0, List.of(), 0);
    }

    private Switching afterTightened(Lot lot) {
        int rejected = rejectedTightened + (lot.accepted() ? 0 : 1);
        if (rejected >= WINDOW) {
            return new Switching(SamplingState.SUSPENDED, 0, List.of(), rejected);
        }
        Switching next = new Switching(state, 0, latest(lot), rejected);
        boolean fiveAccepted = next.recent.size() == WINDOW && !next.recent.contains(false);
        return fiveAccepted ? START : next;
    }

    private int scored(Lot lot) {
        if (lot.acceptB() < 2) {
            return score + 2;
        }
        return lot.acceptedOneTighter() ? score + 3 : 0;
    }

    private Switching remembered(Lot lot, int newScore) {
        return new Switching(state, newScore, latest(lot), rejectedTightened);
    }

    private List<Boolean> latest(Lot lot) {
        List<Boolean> verdicts = new ArrayList<>(recent);
        verdicts.add(lot.accepted());
        return verdicts.subList(Math.max(0, verdicts.size() - WINDOW), verdicts.size());
    }

    private static Switching tightened() {
        return new Switching(SamplingState.TIGHTENED, 0, List.of(), 0);
    }

    /**
     * A lot's first inspection.
     *
     * @param accepted verdict of the lot: every plan accepted
     * @param acceptB acceptance number of the class B plan
     * @param acceptedOneTighter whether class B would have been accepted at the next tighter AQL
     */
    public record Lot(boolean accepted, int acceptB, boolean acceptedOneTighter) {

        /**
         * The lot of a class B plan: d is compared with the acceptance number that table 2-A gives the same initial letter
         * at the next tighter AQL, whatever its sample size. Where no tighter one is carried, or no table was used, only
         * d = 0 counts.
         */
        public static Lot of(boolean accepted, SamplingPlan planB, long nonconforming) {
            int tighter = Aql.of(planB.aql() == null ? "" : planB.aql())
                    .flatMap(Aql::tighter)
                    .filter(_ -> planB.codeLetter() != null)
                    .map(aql -> PlanTable.NORMAL
                            .cell(CodeLetter.valueOf(planB.codeLetter()), aql)
                            .accept())
                    .orElse(0);
            return new Lot(accepted, planB.accept(), nonconforming <= tighter);
        }
    }

    /**
     * @param steady production is at a steady rate
     * @param approved the authority approves of reduced inspection
     */
    public record Conditions(boolean steady, boolean approved) {

        /** Steady, and not approved: the usual case. */
        public static final Conditions USUAL = new Conditions(true, false);
    }
}
