package org.qualityzones.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import java.util.Set;

/** What to expect of another attempt. */
enum Failure {
    /** Heals without us: lost connection, lock, serialization, shutdown of the database. Retried until it does. */
    PASSING,
    /** May be a race lost to another transaction: retried a few times. */
    DOUBTFUL,
    /** The same event fails again. */
    LASTING;

    /** Classes of SQL states: connection, rollback by the server, resources, operator's intervention, system error. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    /** Lock not available, read-only transaction (a failover), idle transaction ended by the server. */
    private static final Set<String> PASSING_STATES = Set.of("55P03", "25006", "25P03");

    /** Unique violation, statement timeout. */
    private static final Set<String> DOUBTFUL_STATES = Set.of("23505", "57014");

    /** Named by text, since persistence is the service's choice. */
    private static final Set<String> DOUBTFUL_EXCEPTIONS = Set.of(
            "jakarta.persistence.OptimisticLockException",
            "jakarta.persistence.PessimisticLockException",
            "jakarta.persistence.LockTimeoutException",
            "org.hibernate.StaleStateException",
            "org.hibernate.StaleObjectStateException",
            "jakarta.transaction.RollbackException",
            "jakarta.transaction.SystemException");

    static Failure of(Throwable thrown) {
        Failure expected = LASTING;
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            switch (cause) {
                case PoisonedEvent poisoned -> {
                    return LASTING;
                }
                case SQLException sql -> {
                    return of(sql);
                }
                default -> {
                    if (DOUBTFUL_EXCEPTIONS.contains(cause.getClass().getName())) {
                        expected = DOUBTFUL;
                    }
                }
            }
        }
        return expected;
    }

    private static Failure of(SQLException sql) {
        String state = sql.getSQLState();
        if (state != null && DOUBTFUL_STATES.contains(state)) {
            return DOUBTFUL;
        }
        boolean passing = sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || state == null
                || state.length() < 2
                || PASSING_STATES.contains(state)
                || PASSING_CLASSES.contains(state.substring(0, 2));
        return passing ? PASSING : LASTING;
    }
}
