package org.qualityzones.system.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A digest of what each service holds, without the books that consuming itself keeps. */
public record States(Tables tables) {

    static final List<String> DATABASES = List.of("qz_zone", "qz_enterprise", "qz_inspection", "qz_notification");

    private static final String DIGEST =
            "SELECT '%1$s ' || coalesce(md5(string_agg(r::text, '|' ORDER BY r::text)), '') FROM \"%1$s\" r"
                    + " WHERE %2$s";

    /** A service that has started opens what is sealed once more, and says so. */
    private static final Map<String, String> COMPARED =
            Map.of("audit_entry", "action NOT IN ('draw-seed.open', 'signing-key.open')");

    /** Books of consuming and sending, and what changes with time alone. */
    private static final Set<String> BOOKS = Set.of(
            "inbox",
            "consumer_position",
            "outbox",
            "idempotency",
            "job",
            "job_row",
            "flyway_schema_history",
            "delivery",
            "delivery_attempt",
            "subscription",
            "subscription_health",
            "subscription_sequence",
            "subscription_key",
            "daily_seed",
            // the queue of lines to look at again, which sweeps refill by the clock
            "fact_change",
            // what decisions rest on, counted from the decisions some minutes behind them
            "rule_use",
            "instrument_use",
            "use_position");

    /** MD5 of each table's sorted rows, by database and table; deliveries by their number. */
    public Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String database : DATABASES) {
            String all = tables
                    .column(
                            database,
                            "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY (?)",
                            BOOKS)
                    .stream()
                    .map(table -> DIGEST.formatted(table, COMPARED.getOrDefault(table, "true")))
                    .collect(Collectors.joining(" UNION ALL "));
            tables.texts(database, all).forEach(row -> {
                int blank = row.indexOf(' ');
                digests.put(database + "." + row.substring(0, blank), row.substring(blank + 1));
            });
        }
        digests.put(
                "deliveries",
                tables.texts(
                                "qz_notification",
                                "SELECT count(*)::text || ' ' || count(DISTINCT event_id) FROM delivery")
                        .getFirst());
        return digests;
    }

    /** The tables that are no longer what they were, in the order of their names. */
    public Set<String> changedSince(Map<String, String> before) {
        Set<String> changed = new TreeSet<>();
        digests().forEach((table, digest) -> {
            if (!digest.equals(before.get(table))) {
                changed.add(table);
            }
        });
        return changed;
    }
}
