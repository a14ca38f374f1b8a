package org.qualityzones.testing.plans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.qualityzones.testing.Database;

/**
 * Judges the plan of each statement that the application under test really issues (the test class needs
 * {@code @WithServers(plans = true)}), in tables that the planner takes for large: a seeded sample of some thousand rows is
 * analysed, then the number of rows is raised in the statistics. A plan is bounded when it reads no large table as a whole,
 * collects (sorts, hashes, aggregates) no more than {@value Plan#COLLECTED} rows, and is expected to touch some ten
 * thousand rows at most.
 */
public final class PlanCheck {

    /** Served by a BRIN index, which spares pages in a table of many of them only: in a sample it cannot show. */
    private static final String PURGE_OF_INBOX = "delete from inbox where ctid in";

    private final Map<String, Long> rows;
    private final PlanLog log = new PlanLog();
    private final Map<String, String> defects = new LinkedHashMap<>();
    private long statements;

    private double mostCost = Plan.COST;

    private PlanCheck(Map<String, Long> rows) {
        this.rows = rows;
    }

    /**
     * Has the planner take each of these tables, which hold a sample, for one of so many rows. Their statistics are not
     * renewed by themselves any more.
     */
    public static PlanCheck over(Map<String, Long> rows) {
        Database.execute("analyze");
        rows.forEach(PlanCheck::raise);
        return new PlanCheck(Map.copyOf(rows));
    }

    /**
     * Lets a plan cost more, in the planner's units: for lists that join tables, where a page of 200 rows from ten scopes
     * costs two look-ups a row.
     */
    public PlanCheck allowing(double cost) {
        mostCost = cost;
        return this;
    }

    /** Judges every statement that is issued meanwhile, also those of work in the background. */
    public <T> T during(String what, Supplier<T> work) {
        judge("before " + what);
        T result = work.get();
        judge(what);
        return result;
    }

    /** Fails with each statement that was not bounded, once, and where it came from. */
    public void assertBounded() {
        Assertions.assertThat(statements).as("statements explained").isPositive();
        Assertions.assertThat(defects.values())
                .as("unbounded plans, and what could not be judged")
                .isEmpty();
    }

    /** Notes what keeps the check from judging all there is. */
    void fail(String why) {
        defects.put(why, why);
    }

    private void judge(String what) {
        for (Plan plan : log.next()) {
            if (plan.query().startsWith(PURGE_OF_INBOX)) {
                continue;
            }
            statements++;
            List<String> found = plan.defects(rows, mostCost);
            if (!found.isEmpty()) {
                defects.putIfAbsent(
                        plan.query(),
                        "%s: %s%n%s%n%s"
                                .formatted(
                                        what, found, plan.query(), plan.root().toPrettyString()));
            }
        }
    }

    /** The size of the file stays: the planner multiplies it with the rows per page. */
    private static void raise(String table, long rows) {
        Database.execute("alter table " + table + " set (autovacuum_enabled = off)");
        long sample = Database.number("select reltuples::bigint from pg_class where oid = '" + table + "'::regclass");
        if (sample < 1) {
            throw new IllegalArgumentException("No sample in " + table);
        }
        Database.execute("""
                select pg_restore_relation_stats('schemaname', 'public', 'relname', c.relname::text,
                    'relpages', c.relpages, 'reltuples', (c.reltuples * %d / %d)::real)
                from pg_class c left join pg_index i on i.indexrelid = c.oid
                where '%s'::regclass in (c.oid, i.indrelid)""".formatted(rows, sample, table));
    }
}
