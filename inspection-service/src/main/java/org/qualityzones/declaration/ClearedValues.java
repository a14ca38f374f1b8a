package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
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
        for (DeclarationLine line : declaration.lines()) {
            Clearance was = before.get(line.lineNo());
            boolean same = was != null && was.isWorthTheSameAs(line.clearance());
            if (!same) {
                add(line, was, -1);
                add(line, line.clearance(), 1);
            }
        }
    }

    /** The lines are about to be stated anew: what they are cleared for counts no more. */
    void takeBack(Declaration declaration) {
        declaration.lines().forEach(line -> add(line, line.clearance(), -1));
    }

    private void add(DeclarationLine line, Clearance clearance, int sign) {
        if (clearance != null && clearance.worthUsdCents() != 0) {
            values.add(line.producer(), ShanghaiDays.of(clearance.since()), sign * clearance.worthUsdCents());
        }
    }
}
