package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.exportvalue.ExportValues;
import org.qualityzones.exportvalue.NewlyCleared;

/** Keeps a producer's export value up with the clearances of its lines, within the running transaction. */
@ApplicationScoped
class ClearedValues {

    private final ExportValues values;

    ClearedValues(ExportValues values) {
        this.values = values;
    }

    /** A declaration was filed. @param cleared takes what it is worth, to be recorded with others */
    static void follow(Declaration filed, NewlyCleared cleared) {
        filed.lines().forEach(line -> add(cleared, line, line.clearance(), 1));
    }

    /** Records what filings were worth, when nothing more is decided in the transaction. */
    void record(NewlyCleared cleared) {
        values.recordLast(cleared);
    }

    /** Clearances were given, or taken back. @param before clearances before that, by line */
    void follow(Declaration declaration, Map<Integer, Clearance> before) {
        NewlyCleared cleared = new NewlyCleared();
        for (DeclarationLine line : declaration.lines()) {
            Clearance was = before.get(line.lineNo());
            boolean same = was != null && was.isWorthTheSameAs(line.clearance());
            if (!same) {
                add(cleared, line, was, -1);
                add(cleared, line, line.clearance(), 1);
            }
        }
        values.record(cleared);
    }

    /** The lines are about to be stated anew: what they are cleared for counts no more. */
    void takeBack(Declaration declaration) {
        NewlyCleared cleared = new NewlyCleared();
        declaration.lines().forEach(line -> add(cleared, line, line.clearance(), -1));
        values.record(cleared);
    }

    private static void add(NewlyCleared cleared, DeclarationLine line, Clearance clearance, int sign) {
        if (clearance != null && clearance.worthUsdCents() != 0) {
            cleared.add(line.producer(), ShanghaiDays.of(clearance.since()), sign * clearance.worthUsdCents());
        }
    }
}
