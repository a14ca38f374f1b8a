package org.qualityzones.gateway.pages.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.qualityzones.gateway.Upstream;

class OpenApiMergeTest {

    private static final String LIST = "{\"get\":{\"operationId\":\"list\",\"responses\":{\"200\":{\"$ref\":\"%s\"}}}}";

    private static JsonObject document(String path, String schemas) {
        return new JsonObject("{\"paths\":{\"" + path + "\":" + LIST.formatted("#/components/schemas/Page")
                + "},\"components\":{\"schemas\":" + schemas + "}}");
    }

    private static String reference(OpenApiMerge merge, String path) {
        return merge.paths()
                .getJsonObject(path)
                .getJsonObject("get")
                .getJsonObject("responses")
                .getJsonObject("200")
                .getString("$ref");
    }

    @Test
    void shouldShareComponentsThatMeanTheSame() {
        OpenApiMerge merge = new OpenApiMerge();
        merge.add(Upstream.ZONE, document("/api/v1/zones", "{\"Page\":{\"type\":\"object\"}}"));
        merge.add(Upstream.ENTERPRISE, document("/api/v1/enterprises", "{\"Page\":{\"type\":\"object\"}}"));
        assertThat(merge.components().getJsonObject("schemas").fieldNames()).containsExactly("Page");
        assertThat(reference(merge, "/api/v1/enterprises")).isEqualTo("#/components/schemas/Page");
    }

    @Test
    void shouldRenameAComponentThatOnlyLeadsToAnotherMeaning() {
        String page = "{\"Page\":{\"items\":{\"$ref\":\"#/components/schemas/Item\"}},\"Item\":{\"type\":\"%s\"}}";
        OpenApiMerge merge = new OpenApiMerge();
        merge.add(Upstream.ZONE, document("/api/v1/zones", page.formatted("object")));
        merge.add(Upstream.ENTERPRISE, document("/api/v1/enterprises", page.formatted("string")));
        JsonObject schemas = merge.components().getJsonObject("schemas");
        assertThat(schemas.fieldNames()).containsExactlyInAnyOrder("Page", "Item", "EnterprisePage", "EnterpriseItem");
        assertThat(schemas.getJsonObject("EnterprisePage").toString()).contains("#/components/schemas/EnterpriseItem");
        assertThat(schemas.getJsonObject("Page").toString()).contains("#/components/schemas/Item\"");
        assertThat(reference(merge, "/api/v1/enterprises")).isEqualTo("#/components/schemas/EnterprisePage");
    }

    @Test
    void shouldLeaveOutWhatTheGatewayDoesNotLeadTo() {
        OpenApiMerge merge = new OpenApiMerge();
        merge.add(Upstream.ZONE, document("/api/v1/enterprises", "{}"));
        merge.add(Upstream.ZONE, document("/internal", "{}"));
        assertThat(merge.paths()).isEmpty();
    }

    @Test
    void shouldGiveEveryOperationItsOwnIdAndService() {
        OpenApiMerge merge = new OpenApiMerge();
        merge.add(Upstream.ZONE, document("/api/v1/{service}/workflows", "{}"));
        merge.add(Upstream.ENTERPRISE, document("/api/v1/{service}/workflows", "{}"));
        JsonObject first = merge.paths().getJsonObject("/api/v1/zone/workflows").getJsonObject("get");
        JsonObject second =
                merge.paths().getJsonObject("/api/v1/enterprise/workflows").getJsonObject("get");
        assertThat(first.getString("operationId")).isEqualTo("list");
        assertThat(second.getString("operationId")).isEqualTo("enterprise_list");
        assertThat(second.getString("x-service")).isEqualTo("enterprise-service");
    }
}
