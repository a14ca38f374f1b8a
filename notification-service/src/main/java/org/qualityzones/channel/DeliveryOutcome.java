package org.qualityzones.channel;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt. {@code status} is the target's HTTP status, 0 when there was no answer. */
public sealed interface DeliveryOutcome {

    int status();

    /** One line for the attempt's record; never a body or a secret. */
    String detail();

    /** The target took it. */
    record Delivered(int status) implements DeliveryOutcome {
        @Override
        public String detail() {
            return "";
        }
    }

    /** Not this time. {@code after} is how long the target asked to be left alone. */
    record Retry(int status, Optional<Duration> after, String detail) implements DeliveryOutcome {

        /** A failure without an answer. */
        public static Retry because(String detail) {
            return new Retry(0, Optional.empty(), detail);
        }
    }

    /** The target wants no more messages at all. */
    record Rejected(int status, String detail) implements DeliveryOutcome {}
}
