package org.qualityzones.zone;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.lifecycle.Journey;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.testing.bounds.FieldBounds;
import org.qualityzones.testing.bounds.FieldBounds.Sample;

@QuarkusTest
@WithServers("zone")
class FieldBoundsTest {
    private static final String ZONES = "/api/v1/zones";
    private static final String ONE = ZONES + "/{code}";
    private static final String CODE = "ninghai-stationery";
    private static final String PATH = ZONES + "/" + CODE;
    private static final String NOBODYS = "/01a20000-0000-7000-8000-000000000001";
    private static final String USCC = "91330226Y00000016C";
    private static final String DESCRIPTION = """
            "name":{"zh":"宁海","en":"Ninghai"},"industry":{"zh":"文具","en":"stationery"},"hsPrefixes":["9608"]}""";
    private static final String EVIDENCE =
            "\"evidence\":[{\"condition\":\"CLUSTERING\",\"statement\":\"s\",\"reference\":\"r\"}]}";
    private static final String SHEET = """
            {"sheet":"2026.1","team":["a","b","c"],"scores":[{"item":"quality-files","points":8,"remark":"r"}],
             "vetoes":[{"item":"v","finding":"f"}]}""";

    @BeforeEach
    void open() {
        Database.truncate();
        new Journey(CODE).create().statusCode(201);
    }

    @Test
    void shouldHoldEveryBoundOfEveryField() {
        String government = Callers.ninghai();
        String bureau = Callers.ningbo();
        String authority = Callers.authority();
        FieldBounds.check(
                Map.ofEntries(
                        sample(
                                "POST " + ZONES,
                                government,
                                ZONES,
                                "{\"code\":\"another-zone\",\"areaCode\":\"330226\"," + DESCRIPTION),
                        sample("PUT " + ONE, government, PATH, "{" + DESCRIPTION),
                        sample(
                                "POST " + ONE + "/applications",
                                government,
                                PATH + "/applications",
                                "{\"targetLevel\":\"PROVINCIAL\"," + EVIDENCE),
                        sample(
                                "PUT " + ONE + "/applications/{id}",
                                government,
                                PATH + "/applications" + NOBODYS,
                                "{" + EVIDENCE),
                        sample(
                                "PUT " + ONE + "/applications/{id}/assessment",
                                bureau,
                                PATH + "/applications" + NOBODYS + "/assessment",
                                SHEET),
                        sample(
                                "POST " + ONE + "/applications/{id}/transitions",
                                bureau,
                                PATH + "/applications" + NOBODYS + "/transitions",
                                "{\"action\":\"accept\",\"reason\":\"r\",\"announcement\":\"a\"}"),
                        sample("POST " + ONE + "/indicators", government, PATH + "/indicators", """
                                {"year":2025,"indicator":"RETURNS","value":3,"source":"s","coverage":"c"}"""),
                        sample("POST " + ONE + "/measures", authority, PATH + "/measures", """
                                {"measure":"RISK_MONITORING","hsPrefixes":["9608"],"roll":["%s"],"from":"2026-01-01",
                                 "until":"2027-01-01","citations":[{"instrument":"i","article":"1","text":"t",
                                 "provenance":"FOUND"}]}""".formatted(USCC)),
                        sample(
                                "POST " + ONE + "/measures/{id}/transitions",
                                authority,
                                PATH + "/measures" + NOBODYS + "/transitions",
                                "{\"action\":\"end\",\"reason\":\"r\"}"),
                        sample(
                                "POST " + ONE + "/members",
                                government,
                                PATH + "/members",
                                "{\"uscc\":\"" + USCC + "\",\"since\":\"2026-01-01\"}"),
                        sample(
                                "POST " + ONE + "/members/{uscc}/transitions",
                                bureau,
                                PATH + "/members/" + USCC + "/transitions",
                                """
                                {"action":"grant-title","reason":"r","kind":"DEMONSTRATION","from":"2026-01-01",
                                 "until":"2027-01-01"}"""),
                        sample(
                                "POST /api/v1/zone/parked-letters/{id}/discards",
                                Callers.operator(),
                                "/api/v1/zone/parked-letters" + NOBODYS + "/discards",
                                "{\"reason\":\"r\"}"),
                        sample("PUT " + ONE + "/review", bureau, PATH + "/review", SHEET),
                        sample(
                                "POST " + ONE + "/transitions",
                                bureau,
                                PATH + "/transitions",
                                "{\"action\":\"suspend\",\"reason\":\"r\",\"finding\":\"f\"}")),
                "action",
                "item",
                "sheet");
    }

    private static Map.Entry<String, Sample> sample(String operation, String token, String path, String body) {
        return Map.entry(operation, new Sample(token, path, body));
    }
}
