package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The dated catalogue of goods under statutory inspection, and the tables that decisions read. */
final class CatalogueChapter {

    private static final String TABLES = "inspection-service/src/main/resources/reference/";
    private static final String BEFORE_THE_CUT = "2013-08-01";
    private static final List<String> SHOWN =
            List.of("8458110090", "9608100000", "9503002100", "9503008900", "6115950000");

    private final Stage stage;

    CatalogueChapter(Stage stage) {
        this.stage = stage;
    }

    void play() {
        stage.teller().step("Catalogue", "dated sample entries; the last three were removed from it in 2013");
        stage.upload("AUTHORITY", "/api/v1/catalogue/imports", "text/csv", Stage.resource("catalogue.csv"));
        List<JsonNode> before = SHOWN.stream()
                .map(hsCode -> entry(hsCode + "?asOf=" + BEFORE_THE_CUT + "T00:00:00Z"))
                .toList();
        List<JsonNode> today = SHOWN.stream().map(this::entry).toList();
        for (int i = 0; i < SHOWN.size(); i++) {
            tell(SHOWN.get(i), before.get(i), today.get(i));
        }
        table("psi-destinations");
        table("fee-periods");
    }

    private void tell(String hsCode, JsonNode before, JsonNode today) {
        stage.teller()
                .more("%s %-65s %s: %-9s  today: %s"
                        .formatted(
                                hsCode,
                                before.path("name").asText(),
                                BEFORE_THE_CUT,
                                statutory(before),
                                statutory(today)));
    }

    private JsonNode entry(String hsCode) {
        return stage.suite()
                .get("INTEGRATOR", "/api/v1/catalogue/" + hsCode)
                .expect(200)
                .body();
    }

    private static String statutory(JsonNode entry) {
        return entry.path("statutory").asBoolean() ? "statutory" : "not statutory";
    }

    /** Imports a table that inspection-service ships as a file. */
    private void table(String name) {
        stage.upload(
                "AUTHORITY",
                "/api/v1/reference-tables/" + name + "/imports",
                "text/csv",
                stage.projectFile(TABLES + name + ".csv"));
    }
}
