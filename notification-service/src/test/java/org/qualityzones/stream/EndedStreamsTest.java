package org.qualityzones.stream;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
@TestProfile(EndedStreamsTest.ShortStreams.class)
class EndedStreamsTest {

    private static final int MORE_THAN_ONE_CALLER_MAY_HAVE = 7;

    /** Streams whose time is up at once. */
    public static final class ShortStreams implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("qz.stream.max-age", "100ms");
        }
    }

    @Test
    void shouldGiveThePlaceBackWhenAStreamEnds() {
        String reader = Tokens.of(Roles.INTEGRATOR).build();
        for (int stream = 0; stream < MORE_THAN_ONE_CALLER_MAY_HAVE; stream++) {
            Api.get(reader, "/api/v1/events/stream").statusCode(200).body(containsString("open"));
        }
    }
}
