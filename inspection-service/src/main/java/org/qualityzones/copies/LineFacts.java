package org.qualityzones.copies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qualityzones.facts.Line;
import org.qualityzones.reference.ReferenceTable;
import org.qualityzones.reference.References;

/** The facts that a line states itself, read with the reference tables of its day. */
final class LineFacts {

    private static final List<String> COUNTED_IN_ITEMS = List.of("H87", "PR");

    private LineFacts() {}

    /** Rows of the reference tables that may say something about the line. */
    static List<References.Key> keys(DeclaredLine declared) {
        List<References.Key> keys = new ArrayList<>();
        keys.add(new References.Key(ReferenceTable.PSI_DESTINATIONS, declared.destination()));
        keys.add(new References.Key(ReferenceTable.FEE_PERIODS, ReferenceTable.EXPORT_INSPECTION_FEE));
        keys.add(new References.Key(ReferenceTable.EXCHANGE_RATES, declared.currency()));
        keys.add(new References.Key(ReferenceTable.REGISTRATIONS, declared.producer()));
        keys.add(new References.Key(ReferenceTable.DIRECT_RELEASE_APPROVALS, declared.producer()));
        declared.reportIssuers()
                .forEach(issuer -> keys.add(new References.Key(ReferenceTable.LISTED_THIRD_PARTIES, issuer)));
        for (int length = 2; length <= declared.hsCode().length(); length += 2) {
            String prefix = declared.hsCode().substring(0, length);
            keys.add(new References.Key(ReferenceTable.REGISTRATION_REGIMES, prefix));
            keys.add(new References.Key(ReferenceTable.DIRECT_RELEASE_GOODS, prefix));
        }
        return keys;
    }

    /** The fact that the rows of a table say. */
    static String factOf(ReferenceTable table) {
        return switch (table) {
            case EXCHANGE_RATES -> "line.valueUsdCents";
            case FEE_PERIODS -> "line.feeWaived";
            case PSI_DESTINATIONS -> "line.psiDestination";
            case LISTED_THIRD_PARTIES -> "line.evidence";
            case REGISTRATION_REGIMES, REGISTRATIONS -> "producer.limitedRegistration";
            case DIRECT_RELEASE_APPROVALS -> "directRelease.approved";
            case DIRECT_RELEASE_GOODS -> "directRelease.goodsListed";
        };
    }

    static Line line(DeclaredLine declared, References.Rows rows, LocalDate day) {
        return new Line(
                declared.hsCode(),
                declared.destination(),
                Line.Purpose.valueOf(declared.purpose()),
                declared.certificateRequested(),
                declared.directReleaseRequested(),
                declared.selfDeclared() || rows.any(ReferenceTable.LISTED_THIRD_PARTIES),
                rows.any(ReferenceTable.PSI_DESTINATIONS),
                rows.any(ReferenceTable.FEE_PERIODS),
                lotSize(declared),
                usdCents(declared, rows),
                day);
    }

    private static Long lotSize(DeclaredLine declared) {
        if (COUNTED_IN_ITEMS.contains(declared.unit())) {
            BigDecimal quantity = declared.quantity().stripTrailingZeros();
            return quantity.scale() <= 0 ? Long.valueOf(quantity.longValueExact()) : declared.items();
        }
        return declared.items();
    }

    private static Long usdCents(DeclaredLine declared, References.Rows rows) {
        BigDecimal rate = "USD".equals(declared.currency())
                ? BigDecimal.ONE
                : rows.first(ReferenceTable.EXCHANGE_RATES)
                        .map(row -> new BigDecimal(row.value()))
                        .orElse(null);
        return rate == null
                ? null
                : declared.amount()
                        .multiply(rate)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
