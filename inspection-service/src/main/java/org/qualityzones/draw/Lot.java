package org.qualityzones.draw;

import java.util.Comparator;
import org.qualityzones.decision.LotNumbers;

/**
 * What makes two declared lines the same lot: producer, first six digits of the HS code, and lot number with case, spaces
 * and punctuation folded. Ordered, so that several lots are always locked in one order.
 */
public record Lot(String producer, String hs6, String lotKey) implements Comparable<Lot> {

    private static final Comparator<Lot> ORDER =
            Comparator.comparing(Lot::producer).thenComparing(Lot::hs6).thenComparing(Lot::lotKey);

    /** The lot of a line as it was declared. */
    public static Lot of(String producer, String hsCode, String lotNo) {
        return new Lot(producer, hsCode.substring(0, 6), LotNumbers.normalise(lotNo));
    }

    @Override
    public int compareTo(Lot other) {
        return ORDER.compare(this, other);
    }
}
