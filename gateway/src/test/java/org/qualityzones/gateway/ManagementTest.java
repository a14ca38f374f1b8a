package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
class ManagementTest extends GatewayTestBase {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private Client.Answer managed(String path) {
        return new Client(management.getPort()).get(path);
    }

    @Test
    void shouldBeReadyAndAliveWhateverTheServicesDo() {
        assertThat(managed("/q/health/ready").text()).contains("gateway accepts requests", "UP");
        assertThat(managed("/q/health/live").status()).isEqualTo(200);
    }

    @Test
    void shouldCountRequestsWithFewLabels() {
        client.get("/public/v1/zones/some-" + System.nanoTime());
        client.get("/api/v1/nothing-" + System.nanoTime());
        String metrics = managed("/q/metrics").text();
        assertThat(metrics)
                .contains("qz_gateway_requests_seconds_count{destination=\"zone\",status=\"2xx\"")
                .contains("qz_gateway_requests_seconds_count{destination=\"none\",status=\"4xx\"")
                .contains("qz_gateway_requests_under_way")
                .doesNotContain("nothing-", "some-");
    }
}
