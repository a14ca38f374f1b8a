package org.qualityzones.benchmarks;

import java.util.List;
import org.qualityzones.decision.DrawNumbers;
import org.qualityzones.facts.CreditLevel;
import org.qualityzones.facts.Exemption;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.Line;
import org.qualityzones.facts.PartyStatus;
import org.qualityzones.facts.Producer;
import org.qualityzones.facts.ProductRisk;
import org.qualityzones.facts.Suspension;
import org.qualityzones.facts.Warning;
import org.qualityzones.facts.Zone;
import org.qualityzones.ruleset.Mode;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.SamplingPolicy;
import org.qualityzones.sampling.SamplingPlan;
import org.qualityzones.sampling.SamplingPlans;
import org.qualityzones.sampling.SamplingState;

/**
 * Rule set 2026.1 as somebody would write it who needs neither reasons nor other rules: the floor that no engine gets
 * under. Plans come from the same tables as the engine's.
 */
final class HandWritten {

    private static final long HALF = 500_000;

    private final Facts facts;
    private final boolean psi;
    private final boolean statutory;
    private final boolean unsure;
    private final int producerClass;
    private final int credit;
    private final int gravest;
    private final boolean member;
    private final boolean open;
    private final boolean clean;

    private Outcome outcome;
    private Mode mode = Mode.NONE;
    private Boolean drawn;

    private HandWritten(Facts facts) {
        this.facts = facts;
        psi = facts.line().purpose() == Line.Purpose.AID || facts.line().psiDestination();
        statutory = psi
                || facts.catalogue().conditions().contains("B")
                        && facts.catalogue().categories().contains("N");
        unsure = !facts.producer().known()
                || !facts.consignor().known()
                || facts.stale().contains("producer")
                || facts.stale().contains("consignor");
        producerClass = producerClass();
        credit = Math.max(
                Math.max(
                        rank(facts.producer().creditLevel()),
                        rank(facts.consignor().creditLevel())),
                unsure ? 2 : 0);
        gravest = gravest();
        member = !facts.stale().contains("zones") && covered(false);
        open = facts.producer().openCorrectiveActions() > 0 || facts.producer().overdueCorrectiveActions() > 0;
        clean = credit <= 2
                && facts.producer().status() == PartyStatus.ACTIVE
                && facts.producer().suspension() == Suspension.NONE
                && !open
                && gravest == 0;
    }

    /** What is decided, without a word of why. */
    record Result(
            Outcome outcome,
            Mode mode,
            Boolean drawn,
            List<SamplingPlan> plans,
            boolean feeWaived,
            boolean directRelease) {}

    static Result decide(Facts facts, SamplingPolicy sampling) {
        return new HandWritten(facts).decide(sampling);
    }

    private Result decide(SamplingPolicy sampling) {
        if (held()) {
            return new Result(Outcome.HOLD, Mode.NONE, null, List.of(), false, false);
        }
        if (!statutory) {
            decideNotStatutory();
        } else if (exempt()) {
            outcome = Outcome.EXEMPT;
        } else {
            decideStatutory();
        }
        return new Result(
                outcome,
                mode,
                drawn,
                plans(sampling),
                statutory && facts.line().feeWaived(),
                facts.line().directReleaseRequested()
                        && facts.directRelease().approved()
                        && facts.directRelease().goodsListed()
                        && facts.directRelease().exclusions().isEmpty());
    }

    private boolean held() {
        for (Warning warning : facts.warnings()) {
            if (warning.measure() != Warning.Measure.TIGHTEN) {
                return true;
            }
        }
        return stops(facts.producer().suspension())
                || stops(facts.consignor().suspension())
                || statutory && facts.producer().limitedRegistration() == Producer.LimitedRegistration.UNREGISTERED
                || statutory && facts.history().sampling() == SamplingState.SUSPENDED
                || facts.producer().status() == PartyStatus.DEREGISTERED
                || facts.consignor().status() == PartyStatus.DEREGISTERED;
    }

    private boolean stops(Suspension suspension) {
        return switch (suspension) {
            case ALL -> true;
            case STATUTORY -> statutory;
            case NONE -> false;
        };
    }

    private void decideNotStatutory() {
        if (facts.line().certificateRequested() || gravest == 1 || gravest == 2) {
            outcome = Outcome.SAMPLE;
            return;
        }
        if (facts.campaign().id() != null && (gravest == 3 || !member)) {
            drawn = below(
                    facts.campaign().share() == null ? 0 : facts.campaign().share());
        }
        if (Boolean.TRUE.equals(drawn)) {
            outcome = Outcome.SAMPLE;
        } else {
            outcome = gravest == 3 ? Outcome.VERIFY : Outcome.RELEASE;
        }
    }

    private boolean exempt() {
        return !psi
                && !facts.line().certificateRequested()
                && clean
                && producerClass != 4
                && !unsure
                && (facts.exemption().certificate() == Exemption.State.VALID
                        || !facts.stale().contains("zones") && covered(true));
    }

    private void decideStatutory() {
        boolean privilege = psi && member && facts.line().evidence() && clean && producerClass <= 3;
        mode = privilege ? Mode.VERIFICATION : base();
        if (facts.producer().titles().contains("DEMONSTRATION")
                && member
                && clean
                && producerClass <= 2
                && facts.history().failedLots12m() == 0) {
            mode = mode.moved(-1);
        }
        mode = mode.moved((credit > 2 ? 1 : 0) + (gravest > 0 ? 1 : 0));
        mode = mode.orStricter(floor(privilege));
        long least =
                switch (credit) {
                    case 3 -> HALF;
                    case 4 -> DrawNumbers.WHOLE;
                    default -> 0;
                };
        draw(unsure ? DrawNumbers.WHOLE : least);
    }

    private Mode floor(boolean privilege) {
        if (gravest == 1) {
            return Mode.SPECIAL;
        }
        if (credit == 4
                || gravest == 2
                || facts.line().certificateRequested()
                || psi && !privilege
                || facts.producer().overdueCorrectiveActions() > 0
                || facts.producer().status() == PartyStatus.RECTIFYING) {
            return Mode.STRICT;
        }
        if (facts.producer().limitedRegistration() == Producer.LimitedRegistration.REGISTERED) {
            return Mode.GENERAL;
        }
        return open ? Mode.VERIFICATION : Mode.CREDIT;
    }

    private void draw(long least) {
        long share =
                switch (mode) {
                    case CREDIT -> 50_000;
                    case VERIFICATION -> 100_000;
                    case GENERAL -> 300_000;
                    default -> DrawNumbers.WHOLE;
                };
        drawn = facts.history().lotDrawnBefore() || below(Math.max(share, least));
        if (mode == Mode.SPECIAL) {
            outcome = Outcome.FULL_INSPECTION;
        } else if (drawn) {
            outcome = Outcome.SAMPLE;
        } else {
            boolean current = !unsure && !facts.stale().contains("warnings");
            outcome = mode == Mode.CREDIT && current ? Outcome.RELEASE : Outcome.VERIFY;
        }
    }

    private List<SamplingPlan> plans(SamplingPolicy sampling) {
        Long lotSize = facts.line().lotSize();
        if (!outcome.inspected() || lotSize == null) {
            return List.of();
        }
        var severity = facts.history().sampling().severity();
        return outcome == Outcome.FULL_INSPECTION
                ? SamplingPlans.full(lotSize, severity)
                : SamplingPlans.sampled(lotSize, sampling.qualities(facts.line().hsCode()), severity);
    }

    private boolean below(long share) {
        return share >= DrawNumbers.WHOLE || share != 0 && DrawNumbers.drawn(facts.draw(), share);
    }

    private Mode base() {
        int risk = facts.productRisk() == ProductRisk.GENERAL ? 0 : facts.productRisk() == ProductRisk.HIGHER ? 1 : 2;
        return producerClass == 4 ? Mode.SPECIAL : Mode.values()[producerClass + risk];
    }

    private int producerClass() {
        int known =
                switch (facts.producer().producerClass()) {
                    case CLASS_1 -> 1;
                    case CLASS_2 -> 2;
                    case CLASS_3, UNCLASSIFIED -> 3;
                    case CLASS_4 -> 4;
                };
        return unsure ? Math.max(3, known) : known;
    }

    private int gravest() {
        int found = 0;
        for (Warning warning : facts.warnings()) {
            found = found == 0 ? warning.level() : Math.min(found, warning.level());
        }
        return found;
    }

    private static int rank(CreditLevel level) {
        return switch (level) {
            case AA -> 0;
            case A -> 1;
            case B, UNRATED -> 2;
            case C -> 3;
            case D -> 4;
        };
    }

    /** Whether a membership counts for the code; with {@code free}, in a zone that is exempt as a whole. */
    private boolean covered(boolean free) {
        for (Zone zone : facts.zones()) {
            if (zone.level() != Zone.Level.NONE
                    && (zone.status() == Zone.Status.ACTIVE || zone.status() == Zone.Status.UNDER_REVIEW)
                    && covers(zone.hsPrefixes())
                    && (!free || frees(zone))) {
                return true;
            }
        }
        return false;
    }

    private boolean frees(Zone zone) {
        for (Zone.Measure measure : zone.measures()) {
            if (measure.onRoll()
                    && measure.measure().equals(Zone.Measure.WHOLE_ZONE_EXEMPTION)
                    && covers(measure.hsPrefixes())) {
                return true;
            }
        }
        return false;
    }

    private boolean covers(List<String> prefixes) {
        for (String prefix : prefixes) {
            if (facts.line().hsCode().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
