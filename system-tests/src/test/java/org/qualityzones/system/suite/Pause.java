package org.qualityzones.system.suite;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Lets time pass, as part of a scenario and never in place of waiting for something. */
public final class Pause {

    private Pause() {}

    public static void of(Duration length) {
        await().pollDelay(length).atMost(length.plusMinutes(1)).until(() -> true);
    }
}
