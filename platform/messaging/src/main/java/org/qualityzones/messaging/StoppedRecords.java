package org.qualityzones.messaging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps the connector from logging each record that an orderly end of the service cuts off as an error: {@link Hold} says at
 * INFO what is held, and nothing is wrong.
 */
@LoggingFilter(name = StoppedRecords.NAME)
public final class StoppedRecords implements Filter {

    static final String NAME = "stopped-records";

    @Override
    public boolean isLoggable(LogRecord line) {
        return !(line.getThrown() instanceof StoppedException);
    }
}
