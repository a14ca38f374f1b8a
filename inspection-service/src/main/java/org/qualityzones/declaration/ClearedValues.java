package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.exportvalue.ExportValues;

/** Keeps a producer's export value up with the clearances of its lines, within the running transaction. */
@ApplicationScoped
class ClearedValues {

    private final ExportValues values;

    ClearedValues(ExportValues values) {
        this.values = values;
    }

    /** Clearances were given, or taken back. @param before clearances before that, by line */
    void follow(Declaration declaration, Map<Integer, Clearance> before) {
        Map<String, Map<LocalDate, Long>> sums = new TreeMap<>();
        for (DeclarationLine line : declaration.lines()) {
            Clearance was = before.get(line.lineNo());
            boolean same = was != null && was.isWorthTheSameAs(line.clearance());
            if (!same) {
                add(sums, line, was, -1);
                add(sums, line, line.clearance(), 1);
            }
        }
        keep(sums);
    }

    /** The lines are about to be stated anew: what they are cleared for counts no more. */
    void takeBack(Declaration declaration) {
        Map<String, Map<LocalDate, Long>> sums = new TreeMap<>();
        declaration.lines().forEach(line -> add(sums, line, line.clearance(), -1));
        keep(sums);
    }

    private static void add(
            Map<String, Map<LocalDate, Long>> sums, DeclarationLine line, Clearance clearance, int sign) {
        if (clearance != null && clearance.worthUsdCents() != 0) {
            sums.computeIfAbsent(line.producer(), _ -> new TreeMap<>())
                    .merge(ShanghaiDays.of(clearance.since()), sign * clearance.worthUsdCents(), Long::sum);
        }
    }

    /** One entry for each producer and day. */
    private void keep(Map<String, Map<LocalDate, Long>> sums) {
        sums.forEach((producer, days) -> days.forEach((day, cents) -> values.add(producer, day, cents)));
    }
}
