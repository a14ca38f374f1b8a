package org.qualityzones.web.http;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Tells apart what an unexpected exception means for the client. */
final class Failures {

    private static final int LONGEST_CHAIN = 12;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String UNIQUE_VIOLATION = "23505";

    /** SQL states after which the same request may succeed: connection, resources, operator, lock and serialization. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57");

    private static final Set<String> PASSING_STATES = Set.of("40001", "40P01", "55P03");
    private static final Set<String> OPTIMISTIC = Set.of(
            "jakarta.persistence.OptimisticLockException",
            "org.hibernate.StaleStateException",
            "org.hibernate.StaleObjectStateException",
            "org.hibernate.dialect.lock.OptimisticEntityLockException");

    private Failures() {}

    /** What a failure is to the client. */
    sealed interface Kind {

        /** Something the client did or ran into after all. */
        record Refused(Problem problem) implements Kind {}

        /** The client has closed its connection. */
        record Gone() implements Kind {}

        /** The service failed. */
        record Broken(Problem problem) implements Kind {}
    }

    /** @param safe whether the request changes nothing, by its method */
    static Kind classify(Throwable failure, boolean safe) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < LONGEST_CHAIN; i++, cause = cause.getCause()) {
            Kind kind = of(cause, safe);
            if (kind != null) {
                return kind;
            }
        }
        return new Kind.Broken(Problem.of(CommonProblem.INTERNAL, "The request could not be processed"));
    }

    private static Kind of(Throwable cause, boolean safe) {
        return switch (cause) {
            case Problem problem -> new Kind.Refused(problem);
            case RollbackException rollback -> ofCommit(rollback, safe);
            case SQLException sql -> ofSql(sql);
            case ClosedChannelException _ -> new Kind.Gone();
            case IOException io when isDisconnect(io) -> new Kind.Gone();
            default ->
                OPTIMISTIC.contains(cause.getClass().getName())
                        ? new Kind.Refused(Problem.of(
                                CommonProblem.STALE_VERSION, "The resource was changed by another request meanwhile"))
                        : null;
        };
    }

    private static Kind ofSql(SQLException sql) {
        if (UNIQUE_VIOLATION.equals(sql.getSQLState())) {
            return NaturalKeys.isOne(sql)
                    ? new Kind.Refused(Problem.of(CommonProblem.DUPLICATE, "A resource with this key exists already"))
                    : null;
        }
        return isPassing(sql) ? unavailable() : null;
    }

    /** What the driver said of a commit that failed is suppressed in what the transaction manager says. */
    private static Kind ofCommit(RollbackException rollback, boolean safe) {
        for (Throwable resource : rollback.getSuppressed()) {
            if (resource.getCause() instanceof SQLException sql && isPassing(sql)) {
                return safe || !isConnectionLost(sql) ? unavailable() : outcomeUnknown();
            }
        }
        return null;
    }

    private static Kind unavailable() {
        return new Kind.Broken(Problem.of(CommonProblem.UNAVAILABLE, "The service cannot answer now; try again")
                .localized("unavailable.detail")
                .retryAfter(SOON));
    }

    private static Kind outcomeUnknown() {
        return new Kind.Broken(Problem.of(
                        CommonProblem.OUTCOME_UNKNOWN,
                        "The connection to the database was lost during the commit: send the request again with the same"
                                + " Idempotency-Key, or look whether it was carried out")
                .localized("outcome-unknown.detail"));
    }

    private static boolean isPassing(SQLException sql) {
        String state = state(sql);
        return sql instanceof SQLTransientException
                || PASSING_STATES.contains(state)
                || state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2))
                || isPoolExhausted(sql);
    }

    /** The connection broke, or the server ended it. */
    private static boolean isConnectionLost(SQLException sql) {
        return state(sql).startsWith("08") || state(sql).startsWith("57P");
    }

    private static String state(SQLException sql) {
        return sql.getSQLState() == null ? "" : sql.getSQLState();
    }

    /** The pool says "Sorry, acquisition timeout!" without an SQL state. */
    private static boolean isPoolExhausted(SQLException sql) {
        return String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }

    private static boolean isDisconnect(IOException io) {
        String name = io.getClass().getSimpleName();
        String message = String.valueOf(io.getMessage());
        return name.equals("HttpClosedException")
                || name.equals("NativeIoException")
                || message.contains("Connection reset")
                || message.contains("Broken pipe")
                || message.contains("Connection was closed");
    }
}
