package org.qualityzones.access;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.OpenApiSnapshot;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("notification")
class OpenApiTest {

    @Test
    void shouldServeTheCommittedDocument() {
        OpenApiSnapshot.assertCurrent(Path.of("openapi.yaml"));
    }
}
