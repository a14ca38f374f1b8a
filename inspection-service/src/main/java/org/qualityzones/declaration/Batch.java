package org.qualityzones.declaration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qualityzones.draw.Lot;
import org.qualityzones.web.Problem;

/** Rows of an import that are filed together: no two name one lot, or have one reference. */
final class Batch {

    private static final int MOST_ROWS = 400;
    private static final int MOST_LINES = 800;

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

        /** Of which each row's export value counts for the next one's decision. */
        Set<String> producers() {
            return filing == null
                    ? Set.of()
                    : filing.lines().stream()
                            .map(line -> FilingRules.producerOf(filing, line))
                            .collect(Collectors.toSet());
        }

        int lines() {
            return filing == null ? 0 : filing.lines().size();
        }

        private List<Lot> lots() {
            return filing.lines().stream()
                    .map(line -> Lot.of(FilingRules.producerOf(filing, line), line.hsCode(), line.lotNo()))
                    .toList();
        }
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

    /**
     * The rows in up to so many parts, each in their order, of which no two name one producer: so that they can be filed at
     * once and are decided as one after the other.
     */
    List<List<Row>> parts(int most) {
        List<List<Row>> parts = new ArrayList<>();
        for (List<Row> group : groups()) {
            if (parts.size() < most) {
                parts.add(new ArrayList<>(group));
            } else {
                parts.stream()
                        .min(Comparator.comparingInt(Batch::lines))
                        .orElseThrow()
                        .addAll(group);
            }
        }
        parts.forEach(part -> part.sort(Comparator.comparingLong(Row::number)));
        return parts;
    }

    /** Rows that are tied to each other by their producers, the largest group first. */
    private List<List<Row>> groups() {
        Map<String, String> leads = new HashMap<>();
        for (Row row : rows) {
            String one = null;
            for (String producer : row.producers()) {
                String last = last(leads, producer);
                if (one == null) {
                    one = last;
                } else if (!one.equals(last)) {
                    leads.put(last, one);
                }
            }
        }
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            String any = row.producers().stream().findFirst().orElse("");
            groups.computeIfAbsent(last(leads, any), _ -> new ArrayList<>()).add(row);
        }
        return groups.values().stream()
                .sorted(Comparator.<List<Row>>comparingInt(Batch::lines).reversed())
                .toList();
    }

    private static String last(Map<String, String> leads, String producer) {
        String last = producer;
        while (leads.containsKey(last)) {
            last = leads.get(last);
        }
        return last;
    }

    private static int lines(List<Row> rows) {
        return rows.stream().mapToInt(Row::lines).sum();
    }
}
