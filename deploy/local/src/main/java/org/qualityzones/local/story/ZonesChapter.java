package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The nine national zones of the first batch, and Shenyang's whole-zone exemption with its roll. */
final class ZonesChapter {

    private static final String REGISTER = "zone-service/src/main/resources/reference/national-zones-2013.csv";
    private static final String ZONE = "/api/v1/zones/" + Cast.ZONE;
    private static final String MEMBERS = ZONE + "/members";
    private static final String MEASURES = ZONE + "/measures";
    private static final String MEMBER_SINCE = "2013-08-02";

    private final Stage stage;

    ZonesChapter(Stage stage) {
        this.stage = stage;
    }

    void play() {
        zones();
        members();
        exemption();
    }

    private void zones() {
        stage.teller().step("Zones", "the authority imports the nine national zones of the first batch (2013)");
        stage.upload("AUTHORITY", "/api/v1/zones/imports", "text/csv", stage.projectFile(REGISTER));
        JsonNode register = stage.suite()
                .getPublic("/public/v1/zones?level=NATIONAL&limit=200")
                .expect(200)
                .body()
                .path("items");
        for (JsonNode zone : register) {
            stage.teller()
                    .more("%-22s %s  %-51s headings %s"
                            .formatted(
                                    zone.path("code").asText(),
                                    zone.path("areaCode").asText(),
                                    zone.at("/industry/en").asText() + ", since "
                                            + zone.path("gradedFrom").asText(),
                                    words(zone.path("hsPrefixes"))));
        }
    }

    private void members() {
        List<Cast.Sample> exporters = stage.cast().exporters();
        stage.teller().step("Members", "seventeen sample exporters of Shenyang's zone, nominated and admitted");
        String rows = exporters.stream().map(Cast.Sample::csvRow).collect(Collectors.joining("\n"));
        stage.upload(
                "BUREAU_C", "/api/v1/enterprises/imports", "text/csv", "uscc,nameZh,nameEn,areaCode,address\n" + rows);
        exporters.forEach(exporter -> stage.suite()
                .post("LOCAL_GOVERNMENT_C", MEMBERS, Map.of("uscc", exporter.uscc(), "since", MEMBER_SINCE))
                .expect(201, 409));
        admitNominated();
        JsonNode active = stage.suite()
                .get("INTEGRATOR", MEMBERS + "?status=ACTIVE&limit=200")
                .expect(200)
                .body()
                .path("items");
        stage.teller()
                .more("%d active members; the local government nominated, the bureau of the area admitted"
                        .formatted(active.size()));
    }

    private void admitNominated() {
        JsonNode nominated = stage.suite()
                .get("BUREAU_C", MEMBERS + "?status=NOMINATED&limit=200")
                .expect(200)
                .body()
                .path("items");
        for (JsonNode member : nominated) {
            String etag = "\"" + member.path("version").asLong() + "\"";
            stage.suite()
                    .transition(
                            "BUREAU_C", MEMBERS + "/" + member.path("uscc").asText(), etag, Map.of("action", "admit"))
                    .expect(200);
        }
    }

    private void exemption() {
        stage.teller()
                .step("Exemption", "the authority grants Shenyang's zone the whole-zone exemption, with its roll");
        JsonNode measure = granted();
        stage.teller()
                .more("%s for headings %s, a roll of %d exporters, from %s"
                        .formatted(
                                measure.path("measure").asText(),
                                words(measure.path("hsPrefixes")),
                                measure.path("roll").size(),
                                measure.path("from").asText()));
        stage.teller().more("\"" + measure.at("/citations/0/text").asText() + "\"");
    }

    private JsonNode granted() {
        for (JsonNode measure : stage.suite()
                .get("INTEGRATOR", MEASURES + "?limit=200")
                .expect(200)
                .body()
                .path("items")) {
            if (measure.path("state").asText().equals("GRANTED") && isOurs(measure.path("roll"))) {
                return measure;
            }
        }
        return stage.suite()
                .post("AUTHORITY", MEASURES, exemptionOfTheZone())
                .expect(201)
                .body();
    }

    private boolean isOurs(JsonNode roll) {
        return roll.size() == stage.cast().exporters().size()
                && roll.toString().contains(stage.cast().exporters().getFirst().uscc());
    }

    private Map<String, Object> exemptionOfTheZone() {
        Map<String, Object> citation = Map.of(
                "instrument",
                "AQSIQ, meeting on demonstration zones, 2013-08-02",
                "text",
                "All 17 exporters of the zone are exempt (fact of 2013). That it holds today and for whom is a sample",
                "provenance",
                "SEED");
        return Map.of(
                "measure",
                "WHOLE_ZONE_EXEMPTION",
                "hsPrefixes",
                List.of("8457", "8458", "8459", "8460", "8461"),
                "roll",
                stage.cast().exporters().stream().map(Cast.Sample::uscc).toList(),
                "from",
                MEMBER_SINCE,
                "citations",
                List.of(citation));
    }

    private static String words(JsonNode list) {
        StringBuilder words = new StringBuilder();
        list.forEach(word -> words.append(words.isEmpty() ? "" : " ").append(word.asText()));
        return words.toString();
    }
}
