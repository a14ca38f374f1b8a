package org.qualityzones;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.OpenApiSnapshot;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("inspection")
class OpenApiTest {

    @Test
    void shouldServeTheDocumentOfTheTree() {
        OpenApiSnapshot.assertCurrent(Path.of("openapi.yaml"));
    }
}
