package org.qualityzones.testing.plans;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How PostgreSQL executed one statement.
 *
 * @param query the statement as it was sent
 * @param root the topmost node, as {@code EXPLAIN (FORMAT JSON)} shows it
 */
record Plan(String query, JsonNode root) {

    /** Rows from which on a table must not be read as a whole. */
    static final long LARGE = 5_000;

    /** Rows that a node which takes in all of its input may be expected to take in. */
    static final long COLLECTED = 10_000;

    /** In the planner's units, of which a row read from memory costs about a fiftieth: some 50,000 rows. */
    static final double COST = 1_000;

    private static final Set<String> COLLECTORS =
            Set.of("Sort", "Hash", "Aggregate", "Group", "WindowAgg", "Materialize", "Unique", "SetOp");

    /** What is unbounded about it, given how many rows each table has; empty where nothing is. */
    List<String> defects(Map<String, Long> rows, double mostCost) {
        List<String> defects = new ArrayList<>();
        inspect(root, rows, defects);
        if (cost(root) > mostCost) {
            defects.add("costs %.0f, more than %.0f".formatted(cost(root), mostCost));
        }
        return defects;
    }

    private static void inspect(JsonNode node, Map<String, Long> rows, List<String> defects) {
        String type = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText();
        if (type.endsWith("Seq Scan") && rows.getOrDefault(table, 0L) >= LARGE) {
            defects.add("reads the whole table " + table);
        }
        if (type.equals("Bitmap Index Scan") && estimate(node) > COLLECTED) {
            defects.add("collects " + estimate(node) + " entries of "
                    + node.path("Index Name").asText());
        }
        for (JsonNode child : node.path("Plans")) {
            if (COLLECTORS.contains(type) && estimate(child) > COLLECTED) {
                defects.add(type + " of " + estimate(child) + " rows");
            }
            inspect(child, rows, defects);
        }
    }

    private static long estimate(JsonNode node) {
        return node.path("Plan Rows").asLong();
    }

    private static double cost(JsonNode node) {
        return node.path("Total Cost").asDouble();
    }
}
