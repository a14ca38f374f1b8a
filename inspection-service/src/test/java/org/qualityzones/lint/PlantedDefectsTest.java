package org.qualityzones.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.trial.Drafts;

/**
 * Defects planted at random in the shipped document; the seed is printed, and {@code -Dplanted.seed} repeats a run. More
 * rounds by {@code -Dplanted.rounds}.
 */
class PlantedDefectsTest {

    private static final int ROUNDS = Integer.getInteger("planted.rounds", 2);

    /** One kind of defect: plants it and names the code that must find it. */
    private record Kind(String name, LintCode code, BiConsumer<ObjectNode, Random> plant) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("condition that nothing satisfies", LintCode.UNREACHABLE_RULE, PlantedDefectsTest::impossible),
            new Kind("rule behind a hold", LintCode.UNREACHABLE_RULE, PlantedDefectsTest::behindHold),
            new Kind("rule of goods in the step of others", LintCode.UNREACHABLE_RULE, PlantedDefectsTest::wrongStep),
            new Kind("no mode for some", LintCode.GAP, PlantedDefectsTest::noMode),
            new Kind("no decision for some", LintCode.GAP, PlantedDefectsTest::noDecision),
            new Kind("two modes", LintCode.OVERLAP, PlantedDefectsTest::twoModes),
            new Kind("two entries of a product", LintCode.OVERLAP, PlantedDefectsTest::twoProducts),
            new Kind("matrix out of order", LintCode.CONTRADICTION, PlantedDefectsTest::matrixOrder),
            new Kind("granted and refused", LintCode.CONTRADICTION, PlantedDefectsTest::grantedAndRefused),
            new Kind("laxer and stricter", LintCode.CONTRADICTION, PlantedDefectsTest::laxerAndStricter),
            new Kind("citation missing", LintCode.MISSING_CITATION, PlantedDefectsTest::missingCitation),
            new Kind("citation repealed", LintCode.REPEALED_CITATION, PlantedDefectsTest::repealedCitation),
            new Kind("citation expired", LintCode.EXPIRED_CITATION, PlantedDefectsTest::expiredCitation),
            new Kind("figure out of range", LintCode.PARAMETER_OUT_OF_RANGE, PlantedDefectsTest::outOfRange),
            new Kind("shares out of order", LintCode.PARAMETER_OUT_OF_RANGE, PlantedDefectsTest::sharesOrder));

    @TestFactory
    Stream<DynamicTest> shouldFindEveryKindWithAnInputThatShowsIt() {
        long seed = Long.getLong("planted.seed", System.nanoTime());
        Random random = new Random(seed);
        return KINDS.stream().flatMap(kind -> Stream.generate(random::nextLong)
                .limit(ROUNDS)
                .map(each -> dynamicTest(kind.name() + ", seed " + seed, () -> assertFound(kind, new Random(each)))));
    }

    private static void assertFound(Kind kind, Random random) {
        ObjectNode document = Drafts.of("2026.2");
        kind.plant().accept(document, random);
        RuleSet planted = RuleSet.parse(document.toString().getBytes(StandardCharsets.UTF_8));

        LintReport report = LinterTest.lint(document);

        assertThat(LinterTest.codes(report)).as("%s", document).contains(kind.code());
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.example()).as(finding.message().en()).isNotNull();
            Facts facts =
                    FactsReader.given(finding.example().facts(), Facts.DEFAULT).facts();
            Decision decided = DecisionEngine.decide(facts, planted, DecisionContext.hypothetical(null));
            assertThat(Example.of(finding.example().facts(), decided)).isEqualTo(finding.example());
        });
    }

    private static void impossible(ObjectNode document, Random random) {
        ObjectNode rule = any(document, "rules", random);
        String more = List.of(
                        "producer.class == 'CLASS_1' && producer.class == 'CLASS_4'",
                        "history.failedLots12m > 5 && history.failedLots12m < 5",
                        "psi && !statutory",
                        "clean && credit == 'D'",
                        "zoneExempt && !member")
                .get(random.nextInt(5));
        rule.put("when", "(" + rule.path("when").asText() + ") && " + more);
    }

    private static void behindHold(ObjectNode document, Random random) {
        String held = List.of(
                        "producer.suspension == 'ALL'",
                        "warnings.exists(w, w.measure == 'BAN')",
                        "history.sampling == 'SUSPENDED'",
                        "consignor.status == 'DEREGISTERED'")
                .get(random.nextInt(4));
        add(document, 3 + random.nextInt(6), held, "atLeast", "STRICT");
    }

    private static void wrongStep(ObjectNode document, Random random) {
        add(document, 3 + random.nextInt(6), "!statutory", "atLeast", "STRICT");
    }

    private static void noMode(ObjectNode document, Random random) {
        String left = List.of("producer.class != 'CLASS_2'", "productRisk != 'HIGH'", "credit != 'C'", "!member")
                .get(random.nextInt(4));
        Drafts.rule(document, "class-risk-matrix").put("when", "!psiPrivilege && " + left);
    }

    private static void noDecision(ObjectNode document, Random random) {
        String left = List.of("productRisk != 'HIGH'", "producer.known", "line.purpose != 'EXHIBITION'")
                .get(random.nextInt(3));
        Drafts.rule(document, "not-statutory").put("when", left);
    }

    private static void twoModes(ObjectNode document, Random random) {
        String also = List.of("producer.exportUsd12m > 5000000", "member", "productRisk == 'HIGH'", "line.evidence")
                .get(random.nextInt(4));
        add(document, 4, also, "mode", "GENERAL");
    }

    private static void twoProducts(ObjectNode document, Random random) {
        ObjectNode sampling = (ObjectNode) document.path("sampling");
        String prefix = random.nextBoolean() ? "9608" : "84";
        for (int i = 0; i < 2; i++) {
            ObjectNode product = sampling.withArray("products").addObject().put("hsPrefix", prefix);
            product.set("qualities", sampling.path("qualities").deepCopy());
            product.set("citations", sampling.path("citations").deepCopy());
        }
    }

    private static void matrixOrder(ObjectNode document, Random random) {
        String row = "CLASS_" + (3 + random.nextInt(2));
        ((ObjectNode) document.path("matrix").path("cells").path(row))
                .put(random.nextBoolean() ? "HIGH" : "HIGHER", "CREDIT");
    }

    private static void grantedAndRefused(ObjectNode document, Random random) {
        add(document, 11, "directRelease.approved", "refuseDirectRelease", "other-" + random.nextInt(9));
    }

    private static void laxerAndStricter(ObjectNode document, Random random) {
        String when = List.of("credit == 'C'", "gravestWarning == 3", "line.lotSize > 100 && credit == 'D'")
                .get(random.nextInt(3));
        ObjectNode rule = add(document, 5, when, "laxer", "");
        rule.putArray("then").addObject().put("laxer", 1);
    }

    private static void missingCitation(ObjectNode document, Random random) {
        String list = List.of("rules", "parameters", "definitions", "modes").get(random.nextInt(4));
        any(document, list, random).putArray("citations");
    }

    private static void repealedCitation(ObjectNode document, Random random) {
        ObjectNode rule = any(document, "rules", random);
        rule.putArray("citations")
                .addObject()
                .put("instrument", "AQSIQ Order 81")
                .put("status", "REPEALED")
                .put("provenance", "FOUND")
                .put("source", "a list of repealed orders");
    }

    private static void expiredCitation(ObjectNode document, Random random) {
        any(document, "rules", random)
                .putArray("citations")
                .addObject()
                .put("instrument", "AQSIQ announcement")
                .put("status", "IN_FORCE")
                .put("effectiveTo", "2026-11-" + (10 + random.nextInt(12)))
                .put("provenance", "FOUND")
                .put("source", "a gazette");
    }

    private static void outOfRange(ObjectNode document, Random random) {
        Drafts.parameter(document, "directReleasePassPerMille").put("value", 1_001 + random.nextInt(9_000));
    }

    private static void sharesOrder(ObjectNode document, Random random) {
        String[] less = {"shareStrict", "shareSpecial", "shareGeneral"};
        Drafts.parameter(document, less[random.nextInt(3)]).put("value", random.nextBoolean() ? "0.04" : "0");
    }

    private static ObjectNode any(ObjectNode document, String list, Random random) {
        JsonNode entries = document.path(list);
        return (ObjectNode) entries.get(random.nextInt(entries.size()));
    }

    private static ObjectNode add(ObjectNode document, int step, String when, String effect, String value) {
        ObjectNode rule = document.withArray("rules").addObject();
        rule.put("id", "planted").put("step", step).put("when", when);
        rule.putObject("title").put("zh", "植入").put("en", "planted");
        rule.putArray("then").addObject().put(effect, value);
        rule.putArray("citations")
                .addObject()
                .put("instrument", "configuration")
                .put("status", "IN_FORCE")
                .put("provenance", "CONFIGURED");
        return rule;
    }
}
