package org.qualityzones;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.testing.bounds.FieldBounds;
import org.qualityzones.testing.bounds.FieldBounds.Sample;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Exemptions;
import org.qualityzones.trial.Known;

@QuarkusTest
@WithServers("inspection")
class FieldBoundsTest {

    private static final String API = "/api/v1";
    private static final String NOBODYS = "/01a20000-0000-7000-8000-000000000001";
    private static final String DECLARATION = """
            {"reference":"R-1","consignor":"%1$s","agent":"%2$s","zoneCode":"ninghai-stationery","destination":"DE",
             "purpose":"GENERAL_TRADE","certificateRequested":false,"directReleaseRequested":false,
             "placeOfProduction":"330226","shipmentDate":"2026-12-01",
             "evidence":[{"kind":"SELF_DECLARATION","number":"n","issuer":"i"}],
             "lines":[{"lineNo":1,"producer":"%1$s","hsCode":"9608100000","product":"pens",
               "quantity":{"value":"50000","unit":"H87"},"items":50000,"value":{"amount":"12500.00","currency":"USD"},
               "lotNo":"L-1"}]}""".formatted(Codes.NINGHAI, Codes.AGENT);

    private static final String APPLICATION = """
            {"uscc":"%s","product":"pens","hsPrefixes":["9608"],"standard":"GB/T 26714-2011","renews":"%s",
             "documents":[{"kind":"OTHER","reference":"r"}]}""";

    @BeforeEach
    void know() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).listing(Codes.AGENT).inVersion(7);
    }

    @Test
    void shouldHoldEveryBoundOfEveryField() {
        String enterprise = Callers.enterprise(Codes.NINGHAI);
        String inspector = Callers.inspector();
        String application =
                APPLICATION.formatted(Codes.NINGHAI, Exemptions.granted(Exemptions.application(Codes.NINGHAI, "9503")));
        FieldBounds.check(
                Map.ofEntries(
                        sample("POST " + API + "/declarations", enterprise, API + "/declarations", DECLARATION),
                        sample(
                                "POST " + API + "/declarations/{id}/transitions",
                                enterprise,
                                API + "/declarations" + NOBODYS + "/transitions",
                                "{\"action\":\"amend\",\"reason\":\"r\",\"declaration\":" + DECLARATION + "}"),
                        sample(
                                "POST " + API + "/declarations/{id}/lines/{lineNo}/document-verifications",
                                inspector,
                                API + "/declarations" + NOBODYS + "/lines/1/document-verifications",
                                "{\"conforming\":true,\"remarks\":\"r\"}"),
                        sample(
                                "POST " + API + "/decisions/evaluations",
                                enterprise,
                                API + "/decisions/evaluations",
                                "{\"declaration\":" + DECLARATION
                                        + ",\"draw\":\"0.25\",\"asOf\":\"2026-12-01T00:00:00Z\",\"knownAt\":\"2026-01-01T00:00:00Z\",\"ruleSet\":\"2026.1\"}"),
                        sample(
                                "POST " + API + "/decisions/replays",
                                Callers.of("auditor"),
                                API + "/decisions/replays",
                                "{\"after\":\"01a20000-0000-7000-8000-000000000001\",\"limit\":100}"),
                        sample(
                                "POST " + API + "/decisions/{id}/overrides",
                                inspector,
                                API + "/decisions" + NOBODYS + "/overrides",
                                "{\"outcome\":\"HOLD\",\"reason\":\"r\"}"),
                        sample(
                                "POST " + API + "/decisions/{id}/overrides/{overrideId}/transitions",
                                inspector,
                                API + "/decisions" + NOBODYS + "/overrides" + NOBODYS + "/transitions",
                                "{\"action\":\"refuse\",\"reason\":\"r\"}"),
                        sample("POST " + API + "/campaigns", Callers.of("authority"), API + "/campaigns", """
                                {"hsPrefixes":["9608"],"areas":["3302"],"share":"0.30","from":"2026-12-01",
                                 "until":"2026-12-31"}"""),
                        sample(
                                "POST " + API + "/corrective-actions/{id}/transitions",
                                inspector,
                                API + "/corrective-actions" + NOBODYS + "/transitions",
                                "{\"action\":\"extend\",\"reason\":\"r\",\"deadline\":\"2026-12-31\"}"),
                        sample(
                                "POST " + API + "/inspections/{id}/results",
                                inspector,
                                API + "/inspections" + NOBODYS + "/results",
                                """
                                {"samples":[{"nonconformityClass":"B","inspected":50,"nonconforming":1}],
                                 "tests":[{"item":"i","method":"m","result":"r","limit":"l","conforming":true}],
                                 "lotSize":500,"remarks":"r"}"""),
                        sample(
                                "POST " + API + "/inspections/{id}/transitions",
                                inspector,
                                API + "/inspections" + NOBODYS + "/transitions",
                                "{\"action\":\"assign\",\"reason\":\"r\",\"assignee\":\"a\"}"),
                        sample(
                                "POST " + API + "/inspection/parked-letters/{id}/discards",
                                Callers.of("operator"),
                                API + "/inspection/parked-letters" + NOBODYS + "/discards",
                                "{\"reason\":\"r\"}"),
                        sample(
                                "POST " + API + "/sampling-states/{uscc}/{hsHeading}/transitions",
                                inspector,
                                API + "/sampling-states/" + Codes.NINGHAI + "/9608/transitions",
                                "{\"action\":\"approve\",\"reason\":\"r\"}"),
                        sample(
                                "POST " + API + "/rule-sets/{version}/impact-reports",
                                Callers.of("authority"),
                                API + "/rule-sets/2099.1/impact-reports",
                                "{\"from\":\"2026-11-01T00:00:00Z\",\"until\":\"2026-11-20T00:00:00Z\"}"),
                        sample(
                                "POST " + API + "/rule-sets/{version}/shadow-runs/{id}/transitions",
                                Callers.of("authority"),
                                API + "/rule-sets/2099.1/shadow-runs" + NOBODYS + "/transitions",
                                "{\"action\":\"stop\",\"reason\":\"r\"}"),
                        sample(
                                "PUT " + API + "/citations/{instrument}",
                                Callers.of("authority"),
                                API + "/citations/configuration",
                                "{\"status\":\"REPEALED\",\"effectiveOn\":\"2026-01-01\",\"source\":\"s\"}"),
                        sample(
                                "POST " + API + "/rule-sets/{version}/transitions",
                                Callers.of("authority"),
                                API + "/rule-sets/2099.1/transitions",
                                """
                                {"action":"publish","reason":"r","effectiveFrom":"2026-12-01T00:00:00Z",
                                 "impactReportId":"01a20000-0000-7000-8000-000000000001"}"""),
                        sample(
                                "POST " + API + "/exemption-applications",
                                enterprise,
                                API + "/exemption-applications",
                                application),
                        sample(
                                "POST " + API + "/exemption-applications/{id}/transitions",
                                enterprise,
                                API + "/exemption-applications" + NOBODYS + "/transitions",
                                "{\"action\":\"submit\",\"reason\":\"r\",\"application\":" + application + "}"),
                        sample(
                                "POST " + API + "/certificates/{number}/transitions",
                                Callers.of("authority"),
                                API + "/certificates/NOBODYS/transitions",
                                "{\"action\":\"suspend\",\"reason\":\"r\",\"rectifyBy\":\"2026-12-31\"}"),
                        sample(
                                "POST " + API + "/certificates/{number}/annual-reports",
                                enterprise,
                                API + "/certificates/NOBODYS/annual-reports",
                                """
                                {"year":2026,"lots":10,"value":{"amount":"12500.00","currency":"USD"},"complaints":0,
                                 "remarks":"r"}""")),
                "action",
                "ruleSet",
                "renews");
    }

    private static Map.Entry<String, Sample> sample(String operation, String token, String path, String body) {
        return Map.entry(operation, new Sample(token, path, body));
    }
}
