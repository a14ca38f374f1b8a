package org.qualityzones.declaration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qualityzones.draw.Lot;
import org.qualityzones.web.Problem;

/** Rows of an import that are filed in one transaction: no two name one lot, or have one reference. */
final class Batch {

    private static final int MOST_ROWS = 100;
    private static final int MOST_LINES = 400;

    private final List<Row> rows = new ArrayList<>();
    private final Set<Lot> lots = new HashSet<>();
    private final Set<String> references = new HashSet<>();
    private int lines;

    /**
     * One row.
     *
     * @param number from 1
     * @param key tells it from the other rows; null where it is refused
     * @param filing null where it is refused
     * @param refusal null unless it is refused
     */
    record Row(long number, byte[] key, DeclarationCommands.Filing filing, Problem refusal) {

        static Row of(long number, byte[] key, DeclarationCommands.Filing filing) {
            return new Row(number, key, filing, null);
        }

        static Row refused(long number, Problem refusal) {
            return new Row(number, null, null, refusal);
        }

        private List<Lot> lots() {
            return filing.lines().stream()
                    .map(line -> Lot.of(FilingRules.producerOf(filing, line), line.hsCode(), line.lotNo()))
                    .toList();
        }
    }

    static Batch of(Row row) {
        Batch batch = new Batch();
        batch.add(row);
        return batch;
    }

    boolean takes(Row row) {
        if (rows.size() >= MOST_ROWS) {
            return false;
        }
        return row.filing() == null
                || (lines == 0 || lines + row.filing().lines().size() <= MOST_LINES)
                        && row.lots().stream().noneMatch(lots::contains)
                        && !references.contains(row.filing().reference());
    }

    void add(Row row) {
        rows.add(row);
        if (row.filing() != null) {
            lines += row.filing().lines().size();
            lots.addAll(row.lots());
            if (row.filing().reference() != null) {
                references.add(row.filing().reference());
            }
        }
    }

    List<Row> rows() {
        return rows;
    }
}
