package org.qualityzones.enterprise;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.OpenApiSnapshot;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("enterprise")
class OpenApiTest {

    @Test
    void shouldServeTheDocumentInTheTree() {
        OpenApiSnapshot.assertCurrent(Path.of("openapi.yaml"));
    }
}
