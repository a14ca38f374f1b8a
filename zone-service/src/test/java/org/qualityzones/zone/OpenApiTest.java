package org.qualityzones.zone;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.OpenApiSnapshot;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("zone")
class OpenApiTest {

    @Test
    void shouldServeTheDescriptionInTheTree() {
        OpenApiSnapshot.assertCurrent(Path.of("openapi.yaml"));
    }
}
