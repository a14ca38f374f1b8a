package org.qualityzones.delivery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Leaves deliveries to the test. */
public final class DispatcherOff implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("qz.delivery.enabled", "false");
    }
}
