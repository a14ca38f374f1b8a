package org.qualityzones.decisionrecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Scrape;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.trial.Known;

@QuarkusTest
@WithServers("inspection")
class DecisionMetersTest {

    private static final String PATH = "/api/v1/declarations";

    private final String enterprise = Callers.enterprise(Codes.NINGHAI);

    @BeforeEach
    void emptyTables() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(7);
    }

    @Test
    void shouldCountDecisionsByOutcomeAndByRule() {
        Scrape before = Scrape.now();

        Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI)).statusCode(201);

        Scrape after = Scrape.now();
        assertThat(after.sum("qz_decisions_total") - before.sum("qz_decisions_total"))
                .isEqualTo(1);
        assertThat(after.sum("qz_decisions_total", "outcome=RELEASE")
                        - before.sum("qz_decisions_total", "outcome=RELEASE"))
                .isEqualTo(1);
        assertThat(after.sum("qz_decision_rules_total", "outcome=RELEASE"))
                .isGreaterThan(before.sum("qz_decision_rules_total", "outcome=RELEASE"));
    }

    @Test
    void shouldNotCountADecisionThatWasNotKept() {
        Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI).put("reference", "ONE"))
                .statusCode(201);
        double before = Scrape.now().sum("qz_decisions_total");

        Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI).put("reference", "ONE"))
                .statusCode(409);

        assertThat(Scrape.now().sum("qz_decisions_total")).isEqualTo(before);
    }

    @Test
    void shouldHaveAsManySeriesWhateverClientsAskFor() {
        ask(0);
        ask(1);
        Set<String> series = relevant();

        for (int round = 2; round < 30; round++) {
            ask(round);
        }

        assertThat(relevant()).isEqualTo(series);
        assertThat(Scrape.now().labelValues())
                .noneMatch(value -> value.contains(Codes.NINGHAI))
                .noneMatch(value -> value.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"))
                .noneMatch(value -> value.contains("nowhere-"));
    }

    @Test
    void shouldMakeTheFiguresOfLibrariesThatAlertsRead() {
        Scrape scrape = Scrape.now();
        assertThat(scrape.series("agroal_awaiting_count")).isNotEmpty();
        assertThat(scrape.series("jvm_memory_used_bytes")).isNotEmpty();
        assertThat(scrape.series("jvm_memory_max_bytes")).isNotEmpty();
    }

    private void ask(int round) {
        String id = Api.post(enterprise, PATH, Filing.by(Codes.NINGHAI).put("reference", "R-" + round))
                .statusCode(201)
                .extract()
                .path("id");
        Api.get(enterprise, PATH + "/" + id).statusCode(200);
        Api.get(enterprise, PATH + "/" + UUID.randomUUID()).statusCode(404);
        Api.get(enterprise, "/nowhere-" + round).statusCode(404);
        Api.get(enterprise, "/api/v1/nowhere-" + round + "/" + UUID.randomUUID())
                .statusCode(404);
    }

    private static Set<String> relevant() {
        Scrape scrape = Scrape.now();
        Set<String> series = scrape.series("qz_");
        series.addAll(scrape.series("http_server_requests_seconds_count"));
        return series;
    }
}
