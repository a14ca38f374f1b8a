package org.qualityzones.web.jobs;

import java.util.List;
import org.qualityzones.web.Problem;

/** How the work of a job tells how far it is. Each call commits on its own, outside of the work's transactions. */
public interface JobProgress {

    /** Tells how many rows there are, where that is known before the end. */
    void total(long rows);

    /**
     * Reports a row that was kept or changed nothing.
     *
     * @param row from 1
     * @param status kebab case, such as {@code created} or {@code unchanged}
     * @param id key of what the row made, or null
     */
    default void row(long row, String status, String id) {
        row(row, status, id, List.of());
    }

    /**
     * Reports a row that was kept or changed nothing, and what was noticed about it.
     *
     * @param row from 1
     * @param status kebab case, such as {@code created} or {@code unchanged}
     * @param id key of what the row made, or null
     * @param remarks constants such as {@code REFERENCE_UNSURE}; empty where nothing was noticed
     */
    void row(long row, String status, String id, List<String> remarks);

    /**
     * A row to be reported with others.
     *
     * @param row from 1
     * @param problem null unless it was refused
     */
    record Reported(long row, String status, String id, Problem problem) {}

    /** Reports several rows at once. */
    default void rows(List<Reported> rows) {
        for (Reported each : rows) {
            if (each.problem() == null) {
                row(each.row(), each.status(), each.id());
            } else {
                refused(each.row(), each.problem());
            }
        }
    }

    /** Reports a row that was refused. */
    void refused(long row, Problem problem);

    /** Tells how much is done in all, for work that reports no rows. */
    void done(long done);

    /** True once someone asked to cancel; the work returns soon after. */
    boolean isCancelled();
}
