package org.qualityzones.decision;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
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
import org.qualityzones.sampling.SamplingState;

/**
 * The order of evaluation written down a second time, by hand, straight from its text and without any part of the engine:
 * what the rule set 2026.1 must come to. Modes are 0 (none) to 5 (special).
 */
final class NaiveDecision {

    String outcome;
    int mode;
    Boolean drawn;
    long share;
    boolean feeWaived;
    boolean directRelease;
    boolean plansMissing;
    final Set<String> missing = new TreeSet<>();

    private final Facts f;
    private final boolean psi;
    private final boolean statutory;
    private final boolean unsure;
    private final int producerClass;
    private final int credit;
    private final int gravest;
    private final boolean member;
    private final boolean open;
    private final boolean clean;

    NaiveDecision(Facts f) {
        this.f = f;
        psi = f.line().purpose() == Line.Purpose.AID || f.line().psiDestination();
        statutory = psi
                || f.catalogue().conditions().contains("B")
                        && f.catalogue().categories().contains("N");
        unsure = !f.producer().known()
                || !f.consignor().known()
                || f.stale().contains("producer")
                || f.stale().contains("consignor");
        producerClass = producerClass();
        credit = Math.max(
                Math.max(rank(f.producer().creditLevel()), rank(f.consignor().creditLevel())), unsure ? 2 : 0);
        gravest = f.warnings().stream().mapToInt(Warning::level).min().orElse(0);
        member = !f.stale().contains("zones") && f.zones().stream().anyMatch(this::covers);
        open = f.producer().openCorrectiveActions() > 0 || f.producer().overdueCorrectiveActions() > 0;
        clean = credit <= 2
                && f.producer().status() == PartyStatus.ACTIVE
                && f.producer().suspension() == Suspension.NONE
                && !open
                && f.warnings().isEmpty();
        decide();
        degrade();
    }

    private void decide() {
        if (held()) {
            outcome = "HOLD";
            return;
        }
        if (!statutory) {
            decideNonStatutory();
        } else if (exempt()) {
            outcome = "EXEMPT";
        } else {
            decideStatutory();
        }
        feeWaived = statutory && f.line().feeWaived();
        directRelease = f.line().directReleaseRequested()
                && f.directRelease().approved()
                && f.directRelease().goodsListed()
                && f.directRelease().exclusions().isEmpty();
        plansMissing = (outcome.equals("SAMPLE") || outcome.equals("FULL_INSPECTION"))
                && f.line().lotSize() == null;
    }

    private boolean held() {
        boolean ordered = f.warnings().stream().anyMatch(warning -> warning.measure() != Warning.Measure.TIGHTEN);
        boolean gone = f.producer().status() == PartyStatus.DEREGISTERED
                || f.consignor().status() == PartyStatus.DEREGISTERED;
        return ordered
                || gone
                || stops(f.producer().suspension())
                || stops(f.consignor().suspension())
                || statutory && f.producer().limitedRegistration() == Producer.LimitedRegistration.UNREGISTERED
                || statutory && f.history().sampling() == SamplingState.SUSPENDED;
    }

    private boolean stops(Suspension suspension) {
        return suspension == Suspension.ALL || statutory && suspension == Suspension.STATUTORY;
    }

    private void decideNonStatutory() {
        if (f.line().certificateRequested() || gravest == 1 || gravest == 2) {
            outcome = "SAMPLE";
            return;
        }
        if (f.campaign().id() != null && (!member || gravest == 3)) {
            share = f.campaign().share() == null ? 0 : f.campaign().share();
            drawn = below(share);
        }
        if (Boolean.TRUE.equals(drawn)) {
            outcome = "SAMPLE";
        } else {
            outcome = gravest == 3 ? "VERIFY" : "RELEASE";
        }
    }

    private boolean exempt() {
        boolean zone = !f.stale().contains("zones")
                && f.zones().stream()
                        .anyMatch(z -> covers(z) && z.measures().stream().anyMatch(this::frees));
        boolean certificate = f.exemption().certificate() == Exemption.State.VALID;
        return !psi
                && !f.line().certificateRequested()
                && clean
                && producerClass != 4
                && !unsure
                && (zone || certificate);
    }

    private void decideStatutory() {
        boolean privilege = psi && member && f.line().evidence() && clean && producerClass <= 3;
        mode = privilege ? 2 : base();
        if (f.producer().titles().contains("DEMONSTRATION")
                && member
                && clean
                && producerClass <= 2
                && f.history().failedLots12m() == 0) {
            mode = Math.max(1, mode - 1);
        }
        long least = 0;
        if (credit == 3) {
            mode++;
            least = 500_000;
        }
        if (credit == 4) {
            mode++;
            least = 1_000_000;
        }
        if (gravest > 0) {
            mode++;
        }
        mode = Math.min(5, mode);
        floor(credit == 4 || gravest == 2 || f.line().certificateRequested(), 4);
        floor(gravest == 1, 5);
        floor(psi && !privilege, 4);
        floor(open, 2);
        floor(f.producer().overdueCorrectiveActions() > 0 || f.producer().status() == PartyStatus.RECTIFYING, 4);
        floor(f.producer().limitedRegistration() == Producer.LimitedRegistration.REGISTERED, 3);
        draw(unsure ? 1_000_000 : least);
    }

    private void floor(boolean applies, int least) {
        mode = applies ? Math.max(mode, least) : mode;
    }

    private void draw(long least) {
        share = Math.max(least, new long[] {0, 50_000, 100_000, 300_000, 1_000_000, 1_000_000}[mode]);
        drawn = f.history().lotDrawnBefore() || below(share);
        if (mode == 5) {
            outcome = "FULL_INSPECTION";
        } else if (drawn) {
            outcome = "SAMPLE";
        } else {
            outcome = mode == 1 && !unsure && !f.stale().contains("warnings") ? "RELEASE" : "VERIFY";
        }
    }

    private boolean below(long millionths) {
        BigInteger number = new BigInteger(f.draw(), 16);
        BigInteger threshold =
                BigInteger.TWO.pow(64).multiply(BigInteger.valueOf(millionths)).divide(BigInteger.valueOf(1_000_000));
        return number.compareTo(threshold) < 0;
    }

    private int base() {
        int risk = f.productRisk() == ProductRisk.GENERAL ? 0 : f.productRisk() == ProductRisk.HIGHER ? 1 : 2;
        return producerClass == 4 ? 5 : producerClass + risk;
    }

    private int producerClass() {
        int known = f.producer().producerClass() == Producer.ProducerClass.UNCLASSIFIED
                ? 3
                : f.producer().producerClass().ordinal();
        return unsure ? Math.max(3, known) : known;
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

    private boolean covers(Zone zone) {
        return zone.level() != Zone.Level.NONE
                && (zone.status() == Zone.Status.ACTIVE || zone.status() == Zone.Status.UNDER_REVIEW)
                && zone.hsPrefixes().stream().anyMatch(f.line().hsCode()::startsWith);
    }

    private boolean frees(Zone.Measure measure) {
        return measure.measure().equals("WHOLE_ZONE_EXEMPTION")
                && measure.onRoll()
                && measure.hsPrefixes().stream().anyMatch(f.line().hsCode()::startsWith);
    }

    private void degrade() {
        boolean campaignAsked = f.campaign().id() != null && !f.line().certificateRequested() && gravest == 0;
        boolean zonesRead = !outcome.equals("HOLD") && (statutory || campaignAsked);
        note(!f.producer().known() || f.stale().contains("producer"), "producer");
        note(!f.consignor().known() || f.stale().contains("consignor"), "consignor");
        note(f.stale().contains("warnings"), "warnings");
        note(f.stale().contains("zones") && zonesRead, "zones");
        note(f.line().hsCode().length() < 10, "line.hsCode");
        note(f.line().valueUsdCents() == null, "line.valueUsdCents");
        note(plansMissing, "line.lotSize");
    }

    private void note(boolean lacks, String name) {
        if (lacks) {
            missing.add(name);
        }
    }
}
