package org.qualityzones.stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Sse;
import org.qualityzones.web.Roles;

/** An application of its own: it is told that it stops. */
@QuarkusTest
@WithServers("notification")
@TestProfile(StreamsAtShutdownTest.Stopping.class)
class StreamsAtShutdownTest {

    /** No other test runs in an application that was told to stop. */
    public static final class Stopping implements QuarkusTestProfile {}

    @Inject
    Event<ShutdownDelayInitiatedEvent> stops;

    @Test
    void shouldEndOpenStreamsBeforeRequestsUnderWayAreWaitedFor() throws IOException {
        try (Sse stream = Sse.open(Tokens.of(Roles.INTEGRATOR).build(), "", null)) {
            await().atMost(30, SECONDS).until(stream::isOpen);

            stops.fire(new ShutdownDelayInitiatedEvent());

            await().atMost(30, SECONDS).until(stream::hasEnded);
        }
    }
}
