package org.qualityzones.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.qualityzones.facts.Campaign;
import org.qualityzones.facts.Consignor;
import org.qualityzones.facts.CreditLevel;
import org.qualityzones.facts.Exemption;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.History;
import org.qualityzones.facts.Line;
import org.qualityzones.facts.PartyStatus;
import org.qualityzones.facts.Producer;
import org.qualityzones.facts.ProductRisk;
import org.qualityzones.facts.Suspension;
import org.qualityzones.facts.Warning;
import org.qualityzones.facts.Zone;
import org.qualityzones.sampling.SamplingState;

/**
 * The finite space of facts that the rules tell apart: a list of axes, each with all its values. A point is one index for
 * each axis; values near the start of an axis are the everyday ones.
 */
final class FactSpace {

    static final String HS = "9608100000";

    static final List<CreditLevel> CREDIT =
            List.of(CreditLevel.AA, CreditLevel.A, CreditLevel.B, CreditLevel.UNRATED, CreditLevel.C, CreditLevel.D);
    static final List<ProductRisk> RISK = List.of(ProductRisk.GENERAL, ProductRisk.HIGHER, ProductRisk.HIGH);
    static final List<Producer.ProducerClass> CLASSES = List.of(
            Producer.ProducerClass.CLASS_1,
            Producer.ProducerClass.CLASS_2,
            Producer.ProducerClass.CLASS_3,
            Producer.ProducerClass.UNCLASSIFIED,
            Producer.ProducerClass.CLASS_4);
    static final List<List<Zone>> ZONES = List.of(
            List.of(),
            List.of(zone(Zone.Level.PROVINCIAL, Zone.Status.ACTIVE, "9608")),
            List.of(zone(Zone.Level.NATIONAL, Zone.Status.UNDER_REVIEW, "96", measure("9608", true))),
            List.of(zone(Zone.Level.NATIONAL, Zone.Status.ACTIVE, "9608", measure("9608", false))),
            List.of(zone(Zone.Level.NATIONAL, Zone.Status.ACTIVE, "9608", measure("8458", true))),
            List.of(zone(Zone.Level.NATIONAL, Zone.Status.ACTIVE, "8458", measure("9608", true))),
            List.of(zone(Zone.Level.NATIONAL, Zone.Status.SUSPENDED, "9608", measure("9608", true))),
            List.of(zone(Zone.Level.NONE, Zone.Status.ACTIVE, "9608", measure("9608", true))));
    static final List<List<Warning>> WARNINGS = List.of(
            List.of(),
            List.of(warning(3)),
            List.of(warning(3), warning(2)),
            List.of(warning(2)),
            List.of(warning(1)),
            List.of(new Warning("s", 3, Warning.Measure.SUSPEND)),
            List.of(warning(1), new Warning("b", 3, Warning.Measure.BAN)));
    static final List<List<String>> STALE = List.of(
            List.of(),
            List.of("zones"),
            List.of("warnings"),
            List.of("producer"),
            List.of("consignor"),
            List.of("zones", "warnings"),
            List.of("producer", "zones"),
            List.of("producer", "consignor", "zones", "warnings"));
    static final List<String> DRAWS = List.of(
            "0000000000000000",
            "0ccccccccccccccb",
            "0ccccccccccccccc",
            "1999999999999998",
            "1999999999999999",
            "4ccccccccccccccb",
            "4ccccccccccccccc",
            "7fffffffffffffff",
            "8000000000000000",
            "ffffffffffffffff");
    static final List<Campaign> CAMPAIGNS = List.of(
            Campaign.NONE,
            new Campaign("c", 300_000L),
            new Campaign("c", 1_000_000L),
            new Campaign("c", 0L),
            new Campaign("c", null));
    static final List<long[]> CORRECTIVE =
            List.of(new long[] {0, 0}, new long[] {1, 0}, new long[] {2, 1}, new long[] {0, 1});

    /** Axes in the order of {@link #at}; names for messages. */
    enum Axis {
        CATALOGUE(3),
        PURPOSE(3),
        CERTIFICATE(2),
        EVIDENCE(2),
        LOT(4),
        VALUE(2),
        CODE(2),
        FEE(2),
        DIRECT(5),
        CLASS(5),
        RISK(3),
        PRODUCER_CREDIT(6),
        CONSIGNOR_CREDIT(6),
        STATUS(2),
        PRODUCER_SUSPENSION(3),
        CONSIGNOR_SUSPENSION(3),
        TITLE(2),
        REGISTRATION(3),
        CORRECTIVE(4),
        KNOWN(3),
        ZONES(8),
        EXEMPTION(5),
        WARNINGS(7),
        SAMPLING(4),
        FAILED(2),
        DRAWN_BEFORE(2),
        CAMPAIGN(5),
        STALE(8),
        DRAW(10);

        final int size;

        Axis(int size) {
            this.size = size;
        }
    }

    private FactSpace() {}

    /** A point: everyday values three times out of five, any value else. */
    static int[] random(SplittableRandom random) {
        return Arrays.stream(Axis.values())
                .mapToInt(axis -> everyday(axis) && random.nextInt(5) < 3 ? 0 : random.nextInt(axis.size))
                .toArray();
    }

    private static boolean everyday(Axis axis) {
        return switch (axis) {
            case CLASS, RISK, DRAW, ZONES, LOT -> false;
            default -> true;
        };
    }

    static Facts at(int[] point) {
        return new Facts(
                line(point),
                catalogue(value(point, Axis.CATALOGUE)),
                RISK.get(value(point, Axis.RISK)),
                producer(point),
                new Consignor(
                        value(point, Axis.KNOWN) != 2,
                        PartyStatus.ACTIVE,
                        Suspension.values()[value(point, Axis.CONSIGNOR_SUSPENSION)],
                        CREDIT.get(value(point, Axis.CONSIGNOR_CREDIT))),
                ZONES.get(value(point, Axis.ZONES)),
                new Exemption(Exemption.State.values()[value(point, Axis.EXEMPTION)], null),
                WARNINGS.get(value(point, Axis.WARNINGS)),
                new History(
                        SamplingState.values()[value(point, Axis.SAMPLING)],
                        9,
                        value(point, Axis.FAILED),
                        1000,
                        0,
                        0,
                        value(point, Axis.DRAWN_BEFORE) == 1),
                CAMPAIGNS.get(value(point, Axis.CAMPAIGN)),
                direct(value(point, Axis.DIRECT)),
                STALE.get(value(point, Axis.STALE)),
                DRAWS.get(value(point, Axis.DRAW)));
    }

    static int value(int[] point, Axis axis) {
        return point[axis.ordinal()];
    }

    static int[] with(int[] point, Axis axis, int value) {
        int[] moved = point.clone();
        moved[axis.ordinal()] = value;
        return moved;
    }

    static String describe(int[] point) {
        List<String> parts = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            if (value(point, axis) != 0) {
                parts.add(axis + "=" + value(point, axis));
            }
        }
        return parts + " " + new String(at(point).bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Line line(int[] point) {
        return new Line(
                value(point, Axis.CODE) == 0 ? HS : HS.substring(0, 8),
                "DE",
                value(point, Axis.PURPOSE) == 1 ? Line.Purpose.AID : Line.Purpose.GENERAL_TRADE,
                value(point, Axis.CERTIFICATE) == 1,
                value(point, Axis.DIRECT) != 0,
                value(point, Axis.EVIDENCE) == 1,
                value(point, Axis.PURPOSE) == 2,
                value(point, Axis.FEE) == 1,
                new Long[] {50L, 1L, 50_000L, null}[value(point, Axis.LOT)],
                value(point, Axis.VALUE) == 0 ? 125_000L : null,
                LocalDate.of(2026, 11, 21));
    }

    private static Facts.Catalogue catalogue(int value) {
        return switch (value) {
            case 0 -> new Facts.Catalogue(List.of("B"), List.of("N"), "1");
            case 1 -> Facts.Catalogue.NONE;
            default -> new Facts.Catalogue(List.of("A"), List.of("N"), "1");
        };
    }

    private static Producer producer(int[] point) {
        long[] corrective = CORRECTIVE.get(value(point, Axis.CORRECTIVE));
        return new Producer(
                value(point, Axis.KNOWN) != 1,
                PartyStatus.values()[value(point, Axis.STATUS)],
                Suspension.values()[value(point, Axis.PRODUCER_SUSPENSION)],
                CLASSES.get(value(point, Axis.CLASS)),
                CREDIT.get(value(point, Axis.PRODUCER_CREDIT)),
                value(point, Axis.TITLE) == 1 ? List.of("DEMONSTRATION") : List.of(),
                Producer.LimitedRegistration.values()[value(point, Axis.REGISTRATION)],
                0,
                0,
                0,
                List.of(),
                corrective[0],
                corrective[1]);
    }

    private static Facts.DirectRelease direct(int value) {
        return switch (value) {
            case 1 -> new Facts.DirectRelease(true, true, List.of());
            case 2 -> new Facts.DirectRelease(true, false, List.of());
            case 3 -> new Facts.DirectRelease(true, true, List.of("not-original-container"));
            default -> Facts.DirectRelease.NONE;
        };
    }

    private static Zone zone(Zone.Level level, Zone.Status status, String hsPrefix, Zone.Measure... measures) {
        return new Zone("some-zone", level, status, List.of(hsPrefix), List.of(measures));
    }

    private static Zone.Measure measure(String hsPrefix, boolean onRoll) {
        return new Zone.Measure(Zone.Measure.WHOLE_ZONE_EXEMPTION, List.of(hsPrefix), onRoll);
    }

    private static Warning warning(int level) {
        return new Warning("w" + level, level, Warning.Measure.TIGHTEN);
    }
}
