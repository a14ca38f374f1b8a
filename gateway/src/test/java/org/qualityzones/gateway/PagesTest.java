package org.qualityzones.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Landscape.class)
class PagesTest extends GatewayTestBase {

    @Test
    void shouldMergeTheDescriptionsOfAllServices() {
        JsonObject openapi = client.get("/openapi").json();
        assertThat(openapi.getString("openapi")).isEqualTo("3.1.0");
        assertThat(openapi.containsKey("x-missing-services")).isFalse();
        assertThat(openapi.getJsonObject("paths").fieldNames())
                .contains("/api/v1/zones", "/api/v1/enterprises", "/api/v1/declarations", "/api/v1/alerts")
                .contains("/api/v1/zone/workflows", "/api/v1/notification/workflows", "/api/v1/workflows", "/status")
                .doesNotContain("/internal/zone", "/api/v1/{service}/workflows");
        JsonObject schemas = openapi.getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas.fieldNames()).contains("Thing", "EnterpriseThing", "InspectionThing", "NotificationThing");
        assertThat(openapi.getJsonObject("paths")
                        .getJsonObject("/api/v1/alerts")
                        .toString())
                .contains("#/components/schemas/NotificationThing");
    }

    @Test
    void shouldShowTheReferenceWithoutScriptsOrOutsideAssets() {
        Client.Answer answer = client.get("/docs", "Accept: text/html");
        assertThat(answer.headers("Content-Type")).containsExactly("text/html; charset=utf-8");
        assertThat(answer.header("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(answer.text())
                .contains(
                        "/api/v1/declarations",
                        "Lists &lt;script&gt;",
                        "&lt;b&gt;fine&lt;/b&gt;",
                        "id=\"schema-Thing\"")
                .doesNotContain("<script", "http://", "https://");
        assertThat(client.get("/docs/style.css").headers("Content-Type")).containsExactly("text/css; charset=utf-8");
    }

    @Test
    void shouldDescribeTheEvents() {
        Client.Answer answer = client.get("/asyncapi");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("asyncapi:");
    }

    @Test
    void shouldSayInWordsThatEverythingWorks() {
        JsonObject status = client.get("/status").json();
        assertThat(status.getString("state")).isEqualTo("WORKING");
        assertThat(status.getString("message")).isEqualTo("All functions work.");
        assertThat(status.getJsonArray("functions")).hasSize(8);
        assertThat(client.get("/status", "Accept: text/html", "Accept-Language: zh")
                        .text())
                .contains("所有功能正常");
    }

    @Test
    void shouldListTheWorkflowsOfAllServicesToWhoHasAToken() {
        assertProblem(client.get("/api/v1/workflows"), 401, "unauthenticated");
        JsonObject workflows = client.get("/api/v1/workflows", bearer()).json();
        assertThat(workflows.getJsonArray("items")).hasSize(4);
        assertThat(workflows.getJsonArray("items").getJsonObject(0).getString("service"))
                .isEqualTo("zone");
        assertThat(workflows.getJsonArray("missing")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(GatewayProblem.class)
    void shouldExplainEveryProblemOfItsOwn(GatewayProblem problem) {
        Client.Answer json = client.get("/problems/" + problem.slug());
        assertThat(json.json().getInteger("status")).isEqualTo(problem.status());
        assertThat(json.json().getString("title")).isEqualTo(Texts.of(Language.EN, "title." + problem.slug()));
        String page = client.get("/problems/" + problem.slug(), "Accept: text/html", "Accept-Language: zh")
                .text();
        assertThat(page).contains("lang=\"zh\"", "状态码 " + problem.status());
    }

    @Test
    void shouldListProblemsAndKnowNoOther() {
        assertThat(client.get("/problems").text()).contains("/problems/illegal-transition");
        assertThat(client.get("/problems", "Accept: text/html").text()).contains("href=\"/problems/not-found\"");
        assertProblem(client.get("/problems/no-such-thing"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/docs", "/status", "/problems", "/problems/not-found", "/asyncapi"})
    void shouldBeReadOnly(String path) {
        Client.Answer answer = client.send("POST", path, "{}");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers("Allow")).containsExactly("GET, HEAD");
        assertThat(client.send("HEAD", path, "").status()).isEqualTo(200);
    }

    @Test
    void shouldLeadFromTheRootToTheReference() {
        Client.Answer answer = client.get("/");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers("Location")).containsExactly("/docs");
    }
}
