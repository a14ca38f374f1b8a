package org.qualityzones.system.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Predicate;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.oracle.Expected;

/** Alert, match, confirmation, warning, changed decisions; then the warning lifted, or its alert withdrawn. */
public final class AlertJourney extends Journey {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String ALERTS = "qz.alert";
    private static final String WARNINGS = "qz.risk-warning";

    private final boolean withdraws;
    private final String brand;
    private final String model;

    public AlertJourney(String uscc, Office office, Expected expected, Random random) {
        super(uscc, office, expected, random);
        this.withdraws = random.nextBoolean();
        this.brand = "Brand " + uscc;
        this.model = "Model " + uscc;
    }

    @Override
    public void walk() {
        register();
        as("BUREAU").post("/api/v1/enterprises/" + uscc + "/products", Json.object("""
                {'hsCode': '9503000000', 'name': {'en': 'Toy (fictitious)'}, 'brand': '%s', 'model': '%s'}""".formatted(brand, model)));
        expected.event("qz.enterprise", uscc, "enterprise.amended", uscc);
        expected.audit("enterprise.add-product", uscc);
        rest();
        awaitKnown(2);
        requireOutcome("RELEASE", declare(toy()));

        Answer alert = as("AUTHORITY").post("/api/v1/alerts", alert());
        String alertId = alert.text("/id");
        expected.unfiledEvent(ALERTS, alertId, "alert.recorded", uscc);
        expected.audit("alert.record", alertId);
        rest();
        confirmMatch("/api/v1/alerts/" + alertId, alertId);

        Answer warning = as("AUTHORITY").post("/api/v1/risk-warnings", warning(alertId));
        String warningId = warning.text("/id");
        expected.event(WARNINGS, warningId, "risk-warning.issued", uscc);
        expected.audit("risk-warning.issue", warningId);
        awaitDecisions(decision -> decision.at("/asOf/warnings/" + warningId).asLong() == 1);
        Answer tightened = declare(toy());
        requireOutcome("SAMPLE", tightened);
        expectInspection(tightened);
        require(
                tightened
                                .json()
                                .at("/lines/0/decision/asOf/warnings/" + warningId)
                                .asLong()
                        == 1,
                "the warning is not in asOf",
                tightened);

        undo("/api/v1/alerts/" + alertId, alertId, warning);
        awaitDecisions(decision -> decision.path("outcome").asText().equals("RELEASE"));
        requireOutcome("RELEASE", declare(toy()));
    }

    private void confirmMatch(String path, String alertId) {
        JsonNode match = as("AUTHORITY")
                .until(path + "/matches", found -> !found.path("items").isEmpty())
                .json()
                .at("/items/0");
        if (!match.path("uscc").asText().equals(uscc)) {
            throw new AssertionError("matched another enterprise: " + match);
        }
        String matchId = match.path("id").asText();
        Answer shown = as("AUTHORITY").get(path + "/matches/" + matchId);
        as("AUTHORITY").transition(path + "/matches/" + matchId, action("confirm"), shown);
        expected.event(ALERTS, alertId, "alert.match-decided", uscc);
        expected.audit("alert-match.confirm", matchId);
        rest();
    }

    private void undo(String alertPath, String alertId, Answer warning) {
        String warningId = warning.text("/id");
        if (withdraws) {
            Answer shown = as("AUTHORITY").get(alertPath);
            as("AUTHORITY").transition(alertPath, action("withdraw"), shown);
            expected.event(ALERTS, alertId, "alert.status-changed", uscc);
            expected.audit("alert.withdraw", alertId);
        } else {
            as("AUTHORITY").transition("/api/v1/risk-warnings/" + warningId, action("lift"), warning);
        }
        expected.event(WARNINGS, warningId, "risk-warning.lifted", uscc);
        expected.audit("risk-warning.lift", warningId);
        rest();
    }

    /** Once an answer showed the effect, every later decision must have it. */
    private void awaitDecisions(Predicate<JsonNode> asWanted) {
        as("AUDITOR")
                .until(
                        "/api/v1/decisions/evaluations",
                        question(toy()),
                        answer -> asWanted.test(answer.at("/lines/0")));
    }

    private void expectInspection(Answer declaration) {
        String inspection = as("INSPECTOR")
                .until(
                        "/api/v1/inspections?declaration=" + declaration.text("/id"),
                        found -> found.path("items").size() == 1)
                .text("/items/0/id");
        expected.event("qz.inspection", inspection, "inspection.opened", uscc);
        if (expected.isProvisional(declaration.text("/id"))) {
            expected.provisional(inspection);
        }
    }

    private static void requireOutcome(String outcome, Answer declaration) {
        require(declaration.text("/outcome").equals(outcome), "not " + outcome, declaration);
    }

    private ObjectNode alert() {
        return Json.object("""
                {'source': 'OTHER', 'reference': 'F-%s', 'publishedAt': '%s', 'originCountry': 'CN',
                 'product': {'category': 'Other', 'name': 'Toy', 'brand': '%s', 'model': '%s'},
                 'risk': {'types': ['CHOKING'], 'level': 'SERIOUS', 'text': 'Small parts come off'}}""".formatted(uscc, Instant.now().truncatedTo(ChronoUnit.SECONDS), brand, model));
    }

    private ObjectNode warning(String alertId) {
        return Json.object("""
                {'scope': {'hsPrefix': '9503', 'uscc': '%s'}, 'level': 2, 'measure': 'TIGHTEN', 'from': '%s',
                 'reason': 'A notification about this toy', 'alertIds': ['%s']}""".formatted(uscc, LocalDate.now(SHANGHAI), alertId));
    }
}
