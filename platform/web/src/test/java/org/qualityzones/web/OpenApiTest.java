package org.qualityzones.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.OpenApiSnapshot;
import org.qualityzones.testing.WithServers;

/** The OpenAPI document says what the conventions promise. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class OpenApiTest {

    @Test
    void shouldDescribeTheConventions() {
        assertThat(OpenApiSnapshot.served())
                .contains("openapi: 3.1")
                .contains("/api/v1/sample/workflows/{name}")
                .doesNotContain("{service}");
    }

    @Test
    void shouldServeTheDocumentInTheTree() {
        OpenApiSnapshot.assertCurrent(Path.of("src", "test", "resources", "openapi.yaml"));
    }
}
