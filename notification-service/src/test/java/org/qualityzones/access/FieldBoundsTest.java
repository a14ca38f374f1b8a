package org.qualityzones.access;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.testing.bounds.FieldBounds;
import org.qualityzones.testing.bounds.FieldBounds.Sample;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class FieldBoundsTest {

    private static final String API = "/api/v1";
    private static final String NOBODYS = "/01a20000-0000-7000-8000-000000000001";
    private static final String MATCH = "01a20000-0000-7000-8000-000000000002";
    private static final String USCC = Usccs.in("330226");
    private static final String FILTER = """
            {"types":["org.qualityzones.alert.*"],"hsPrefixes":["9503"],"uscc":["%s"],"zones":["ninghai-stationery"],
             "areas":["3302"],"minSeverity":"HIGH"}""".formatted(USCC);
    private static final String SUBSCRIPTION =
            "{\"channel\":\"WEBHOOK\",\"target\":\"http://127.0.0.1:65535/\",\"filter\":" + FILTER + "}";
    private static final String ALERT = """
            {"source":"EU_SAFETY_GATE","reference":"r-1","publishedAt":"2026-05-03T00:00:00Z",
            "notifyingCountry":"DE","originCountry":"CN",
            "product":{"category":"Toys","name":"Bear","brand":"b","model":"m","barcodes":["1"],
            "hsCode":"9503004100"},
            "manufacturer":"Works","uscc":"%s",
            "risk":{"types":["CHOKING"],"level":"SERIOUS","text":"t"},"measures":["m"],
            "url":"https://example.org/"}""".formatted(USCC);
    private static final String MEASURE = """
            {"symbol":"G/TBT/N/USA/1","kind":"TBT","member":"US","title":"t","agency":"a","products":"p",
             "hsPrefixes":["9503"],"objective":"o","notifiedOn":"2026-05-01","commentUntil":"2026-06-01",
             "adoptionOn":"2026-07-01","entryIntoForceOn":"2026-08-01","withdrawnOn":"2026-09-01",
             "url":"https://example.org/"}""";

    private final String authority = Tokens.of(Roles.AUTHORITY).build();
    private final String bureau =
            Tokens.of(Roles.BUREAU).areas("3302").bureau("ningbo").build();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    /** An alert with a match that nobody has confirmed. @return its id */
    private String recorded() {
        String id = Api.post(authority, API + "/alerts", ALERT)
                .statusCode(201)
                .extract()
                .path("id");
        Database.execute(
                "insert into alert_match (id, version, alert_id, uscc, product_id, score, why, state) values ('" + MATCH
                        + "', 1, '" + id + "', 'U1', '', 0.5, '[]', 'PROPOSED')");
        return id;
    }

    @Test
    void shouldHoldEveryBoundOfEveryField() {
        String alert = recorded();
        FieldBounds.check(
                Map.ofEntries(
                        sample("POST", "/alerts", authority, ALERT),
                        sample("POST", "/alerts/{id}/matches/{matchId}/transitions", authority, step("confirm")),
                        sample("POST", "/alerts/{id}/transitions", authority, """
                                {"action":"supersede","reason":"r",
                                 "supersededBy":"01a20000-0000-7000-8000-000000000002"}"""),
                        sample("POST", "/complaints/{id}/transitions", bureau, step("accept")),
                        sample("POST", "/investigations", bureau, """
                                {"alertId":"%s","matchId":"%s","uscc":"%s","reason":"r"}""".formatted(alert, MATCH, USCC)),
                        sample("POST", "/investigations/{id}/transitions", bureau, """
                                {"action":"conclude","reason":"r","investigators":["a","b"],"areaCode":"330226",
                                 "attribution":"CAPABILITY","causeCode":"QUALITY_OTHER","conclusion":"c"}"""),
                        sample("POST", "/risk-warnings", authority, """
                                {"scope":{"hsPrefix":"9503","destination":"DE","uscc":"%s"},"level":3,
                                 "measure":"TIGHTEN","from":"2026-11-01","until":"2026-12-01","reason":"r",
                                 "alertIds":["%s"]}""".formatted(USCC, alert)),
                        sample("POST", "/risk-warnings/{id}/transitions", authority, step("lift")),
                        sample(
                                "POST",
                                "/notification/parked-letters/{id}/discards",
                                Tokens.of(Roles.OPERATOR).build(),
                                "{\"reason\":\"r\"}"),
                        sample("POST", "/subscriptions", authority, SUBSCRIPTION),
                        sample("PUT", "/subscriptions/{id}", authority, SUBSCRIPTION),
                        sample("POST", "/subscriptions/preview", authority, "{\"filter\":" + FILTER + "}"),
                        sample("POST", "/subscriptions/{id}/transitions", authority, step("pause")),
                        sample("POST", "/subscriptions/{id}/secret-rotations", authority, "{\"overlapHours\":24}"),
                        sample(
                                "POST",
                                "/subscriptions/{id}/recoveries",
                                authority,
                                "{\"after\":1,\"since\":\"2026-11-01T00:00:00Z\"}"),
                        sample("POST", "/technical-measures", bureau, MEASURE),
                        sample("PUT", "/technical-measures/{id}", bureau, MEASURE),
                        Map.entry(
                                "POST /public/v1/complaints",
                                new Sample(bureau, "/public/v1/complaints", """
                                {"text":"t","uscc":"%s","areaCode":"330226","product":"p","lotNo":"l",
                                 "contact":{"name":"n","phone":"+86 574 1234","email":"a@example.org"}}""".formatted(USCC)))),
                "action");
    }

    private static String step(String action) {
        return "{\"action\":\"" + action + "\",\"reason\":\"r\"}";
    }

    private static Map.Entry<String, Sample> sample(String method, String path, String token, String body) {
        String real = API + path.replace("/{id}", NOBODYS).replace("/{matchId}", NOBODYS);
        return Map.entry(method + ' ' + API + path, new Sample(token, real, body));
    }
}
