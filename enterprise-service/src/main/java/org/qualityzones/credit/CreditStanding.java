package org.qualityzones.credit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.qualityzones.enterprise.CreditLevel;
import org.qualityzones.enterprise.Penalty;

/**
 * The level and the penalties that an enterprise's credit records lead to: the last rating, held down by each penalty and
 * incident that counts; a repaired record holds down to B at most.
 */
record CreditStanding(CreditLevel level, List<Penalty> penalties) {
    private static final int PENALTIES_TOLD = 100;

    static CreditStanding of(List<CreditRecord> records) {
        List<CreditRecord> counting =
                records.stream().filter(CreditRecord::counts).toList();
        return new CreditStanding(level(counting), penalties(counting));
    }

    private static CreditLevel level(List<CreditRecord> counting) {
        CreditLevel rating = counting.stream()
                .filter(record -> record.entry().kind() == CreditKind.RATING)
                .max(Comparator.comparing(
                                (CreditRecord record) -> record.entry().occurredOn())
                        .thenComparing(CreditRecord::recordedAt))
                .map(CreditStanding::effective)
                .orElse(CreditLevel.UNRATED);
        Stream<CreditLevel> bounds = counting.stream()
                .filter(record -> record.entry().kind() != CreditKind.RATING)
                .map(CreditStanding::effective);
        return bounds.reduce(rating, CreditStanding::worse);
    }

    private static CreditLevel effective(CreditRecord record) {
        CreditLevel level = record.entry().level();
        return record.isRepaired() && level.worseThan(CreditLevel.B) ? CreditLevel.B : level;
    }

    private static CreditLevel worse(CreditLevel known, CreditLevel bound) {
        boolean rated = known == CreditLevel.UNRATED && bound == CreditLevel.B;
        return rated || bound.worseThan(known) ? bound : known;
    }

    private static List<Penalty> penalties(List<CreditRecord> counting) {
        return counting.stream()
                .filter(record -> record.entry().kind() == CreditKind.PENALTY && !record.isRepaired())
                .map(record -> new Penalty(
                        record.entry().occurredOn(), record.entry().category().name()))
                .sorted(Comparator.comparing(Penalty::on).reversed())
                .limit(PENALTIES_TOLD)
                .toList();
    }
}
