package org.qualityzones.messaging.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TroubleTest {

    private static final String NAME = TroubleTest.class.getName();

    private final java.util.logging.Logger log = java.util.logging.Logger.getLogger(NAME);
    private final Told told = new Told();
    private final Trouble trouble = new Trouble(Logger.getLogger(NAME), "sweep", Duration.ofDays(1));

    @BeforeEach
    void listen() {
        log.addHandler(told);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(told);
    }

    @Test
    void shouldTellOfFailuresOnceAndOfTheirEnd() {
        trouble.attempt(TroubleTest::fail);
        trouble.attempt(TroubleTest::fail);
        assertThat(told.levels).containsExactly("WARN");

        trouble.attempt(() -> {});
        trouble.attempt(() -> {});
        assertThat(told.levels).containsExactly("WARN", "INFO");

        trouble.attempt(TroubleTest::fail);
        assertThat(told.levels).containsExactly("WARN", "INFO", "WARN");
    }

    @Test
    void shouldNotHideAnError() {
        assertThatThrownBy(() -> trouble.attempt(() -> {
                    throw new AssertionError("a fault of the program");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(told.levels).isEmpty();
    }

    private static void fail() {
        throw new IllegalStateException("no connection");
    }

    private static final class Told extends Handler {

        private final List<String> levels = new ArrayList<>();

        @Override
        public void publish(LogRecord message) {
            if (message.getLevel().intValue() >= Level.INFO.intValue()) {
                levels.add(message.getLevel().intValue() >= Level.WARNING.intValue() ? "WARN" : "INFO");
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
