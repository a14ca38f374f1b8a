package org.qualityzones.messaging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Keeps what the orderly end of a service does to its consumers from being logged as errors of theirs: a record that it cuts
 * off, of which {@link Hold} tells at INFO, and a commit of offsets that closing the consumer interrupts. Both come again.
 */
@LoggingFilter(name = OrderlyEnd.NAME)
public final class OrderlyEnd implements Filter {

    static final String NAME = "orderly-end";

    @Override
    public boolean isLoggable(LogRecord line) {
        return !(line.getThrown() instanceof StoppedException || line.getThrown() instanceof WakeupException);
    }
}
