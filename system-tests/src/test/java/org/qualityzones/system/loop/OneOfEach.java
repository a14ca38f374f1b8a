package org.qualityzones.system.loop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Quiet;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.suite.SuiteUnderTest;

/** One change on each topic of facts, so that none of them is empty whatever ran before. */
public record OneOfEach(SuiteUnderTest suite) {

    /** Topics whose events tell states, all there are. */
    public static final List<String> TOPICS = List.of(
            "qz.zone",
            "qz.membership",
            "qz.enterprise",
            "qz.declaration",
            "qz.inspection",
            "qz.certificate",
            "qz.rule-set",
            "qz.alert",
            "qz.investigation",
            "qz.risk-warning");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Makes the changes; their events follow. What is declared last rests on all the others and is not decided again for them. */
    public void file() throws IOException {
        Callers callers = new Callers(suite);
        Client bureau = callers.as("BUREAU");
        Client authority = callers.as("AUTHORITY");
        String uscc = CreditCode.random("330226");
        LocalDate today = LocalDate.now(SHANGHAI);

        bureau.post("/api/v1/enterprises", Samples.enterprise(uscc)).expect(201);
        String zone = "one-of-each-" + uscc.toLowerCase(Locale.ROOT);
        Client government = callers.as("LOCAL_GOVERNMENT");
        government.post("/api/v1/zones", Samples.zone(zone)).expect(201);
        government
                .post(
                        "/api/v1/zones/" + zone + "/members",
                        Json.object("{'uscc': '%s', 'since': '%s'}".formatted(uscc, today)))
                .expect(201);
        callers.as("ENTERPRISE")
                .post("/api/v1/exemption-applications", Json.object("""
                        {'uscc': '%s', 'product': 'Teapots (fictitious)', 'hsPrefixes': ['6911%s'],
                         'standard': 'GB/T 26714-2011', 'documents': []}""".formatted(
                                suite.env("CLIENT_ENTERPRISE_USCC"), number())))
                .expect(201);
        authority.post("/api/v1/rule-sets", draft()).expect(201);
        String alert = authority
                .post("/api/v1/alerts", Json.object("""
                        {'source': 'OTHER', 'reference': 'R-%s', 'publishedAt': '2026-11-20T00:00:00Z', 'originCountry': 'CN',
                         'product': {'category': 'Other', 'name': 'Sample goods'},
                         'risk': {'types': ['CHOKING'], 'level': 'LOW', 'text': 'A sample'}}""".formatted(uscc)))
                .expect(201)
                .text("/id");
        bureau.post(
                        "/api/v1/investigations",
                        Json.object("{'alertId': '%s', 'uscc': '%s', 'reason': 'A sample'}".formatted(alert, uscc)))
                .expect(201);
        authority
                .post("/api/v1/risk-warnings", Json.object("""
                        {'scope': {'hsPrefix': '9503', 'uscc': '%s'}, 'level': 2, 'measure': 'TIGHTEN', 'from': '%s',
                         'reason': 'A sample', 'alertIds': ['%s']}""".formatted(uscc, today, alert)))
                .expect(201);
        new Quiet(new Tables(suite), new Replays(suite.env("KAFKA_BOOTSTRAP"))).await();
        bureau.post("/api/v1/declarations", Samples.declaration(uscc)).expect(201);
    }

    /** The rule set that is shipped, as a draft under another name. */
    private ObjectNode draft() throws IOException {
        ObjectNode document = (ObjectNode) Json.read(
                Files.readString(suite.root().resolve("inspection-service/src/main/resources/rulesets/2026.1.json")));
        return document.put("version", "2026." + number());
    }

    /** Four digits, so that what ran before is in nobody's way. */
    private static int number() {
        return ThreadLocalRandom.current().nextInt(1_000, 10_000);
    }
}
