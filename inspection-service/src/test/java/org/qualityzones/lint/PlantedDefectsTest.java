package org.qualityzones.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.expression.Frame;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.trial.Drafts;

/**
 * Defects planted at random in the shipped document, each found at its place with an input that shows it; the seed is printed,
 * and {@code -Dplanted.seed} repeats a run. More rounds by {@code -Dplanted.rounds}.
 */
class PlantedDefectsTest {

    private static final int ROUNDS = Integer.getInteger("planted.rounds", 1);

    /** One kind of defect: plants it, and names the code that must find it. */
    private record Kind(String name, LintCode code, BiFunction<ObjectNode, Random, Planted> plant) {}

    /**
     * A planted defect.
     *
     * @param pointer of the finding
     * @param subject of the finding
     * @param shown what the example must come to
     */
    private record Planted(String pointer, String subject, Predicate<Shown> shown) {}

    /** An example as this test decides it. */
    private record Shown(RuleSet ruleSet, Facts facts, Decision decision) {

        boolean matched(String rule) {
            return Goal.matched(decision, rule);
        }

        boolean matchedOne(String... rules) {
            return Stream.of(rules).anyMatch(this::matched);
        }

        boolean effect(String effect) {
            return decision.reasons().stream()
                    .anyMatch(reason -> reason.effect().equals(effect));
        }

        boolean drawn() {
            return decision.reasons().stream()
                    .anyMatch(reason -> reason.effect().startsWith(RuleSet.POLICY));
        }

        /** The rule does nothing, although it is looked at or its condition holds. */
        boolean withoutEffect(String id) {
            return !matched(id)
                    && decision.reasons().stream()
                            .noneMatch(reason -> reason.rule().equals(id))
                    && (Goal.lookedAt(decision, id) || holds(id));
        }

        private boolean holds(String id) {
            Rule rule = ruleSet.rules().stream()
                    .filter(known -> known.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            Frame frame = new Frame(facts, ruleSet.words());
            frame.state(decision.outcome().name(), decision.mode().name());
            return frame.look(id, rule.when()).matched();
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("condition that nothing satisfies", LintCode.UNREACHABLE_RULE, PlantedDefectsTest::impossible),
            new Kind("rule behind a hold", LintCode.UNREACHABLE_RULE, PlantedDefectsTest::behindHold),
            new Kind("rule of goods in the step of others", LintCode.UNREACHABLE_RULE, PlantedDefectsTest::wrongStep),
            new Kind("step that nothing enters", LintCode.UNREACHABLE_RULE, PlantedDefectsTest::closedStep),
            new Kind("no mode for some", LintCode.GAP, PlantedDefectsTest::noMode),
            new Kind("no decision for some", LintCode.GAP, PlantedDefectsTest::noDecision),
            new Kind("nothing between two thresholds", LintCode.GAP, PlantedDefectsTest::betweenThresholds),
            new Kind("two modes", LintCode.OVERLAP, PlantedDefectsTest::twoModes),
            new Kind("two modes in one rule", LintCode.OVERLAP, PlantedDefectsTest::twoModesInOne),
            new Kind("two entries of a product", LintCode.OVERLAP, PlantedDefectsTest::twoProducts),
            new Kind("matrix out of order", LintCode.CONTRADICTION, PlantedDefectsTest::matrixOrder),
            new Kind("modes out of order", LintCode.CONTRADICTION, PlantedDefectsTest::modesOrder),
            new Kind("granted and refused", LintCode.CONTRADICTION, PlantedDefectsTest::grantedAndRefused),
            new Kind("laxer and stricter", LintCode.CONTRADICTION, PlantedDefectsTest::laxerAndStricter),
            new Kind("exempt and inspected", LintCode.CONTRADICTION, PlantedDefectsTest::exemptAndInspected),
            new Kind("exempt and held", LintCode.CONTRADICTION, PlantedDefectsTest::exemptAndHeld),
            new Kind("rule against itself", LintCode.CONTRADICTION, PlantedDefectsTest::againstItself),
            new Kind("worse is laxer", LintCode.CONTRADICTION, PlantedDefectsTest::worseIsLaxer),
            new Kind("citation missing", LintCode.MISSING_CITATION, PlantedDefectsTest::missingCitation),
            new Kind("citation repealed", LintCode.REPEALED_CITATION, PlantedDefectsTest::repealedCitation),
            new Kind("another one carried on", LintCode.REPEALED_CITATION, PlantedDefectsTest::otherCarriedOn),
            new Kind("citation expired", LintCode.EXPIRED_CITATION, PlantedDefectsTest::expiredCitation),
            new Kind("figure out of range", LintCode.PARAMETER_OUT_OF_RANGE, PlantedDefectsTest::outOfRange),
            new Kind("shares of modes", LintCode.PARAMETER_OUT_OF_RANGE, PlantedDefectsTest::sharesOfModes),
            new Kind("shares asked for", LintCode.PARAMETER_OUT_OF_RANGE, PlantedDefectsTest::sharesAskedFor));

    @TestFactory
    Stream<DynamicTest> shouldFindEveryKindWithAnInputThatShowsIt() {
        long seed = Long.getLong("planted.seed", System.nanoTime());
        System.out.printf("%d defects of each of %d kinds, -Dplanted.seed=%d%n", ROUNDS, KINDS.size(), seed);
        Random random = new Random(seed);
        return KINDS.stream().flatMap(kind -> Stream.generate(random::nextLong)
                .limit(ROUNDS)
                .map(each -> dynamicTest(kind.name() + ", seed " + seed, () -> assertFound(kind, new Random(each)))));
    }

    private static void assertFound(Kind kind, Random random) {
        ObjectNode document = Drafts.of("2026.2");
        Planted planted = kind.plant().apply(document, random);
        RuleSet ruleSet = RuleSet.parse(document.toString().getBytes(StandardCharsets.UTF_8));

        LintReport report = LinterTest.lint(document);

        report.findings().forEach(finding -> {
            assertThat(finding.example()).as(finding.message().en()).isNotNull();
            assertThat(Example.of(
                            finding.example().facts(), decide(ruleSet, finding).decision()))
                    .isEqualTo(finding.example());
        });
        assertThat(report.findings())
                .as("%s at %s", kind.name(), planted.pointer())
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(kind.code());
                    assertThat(finding.acknowledged()).isFalse();
                    assertThat(finding.pointer()).isEqualTo(planted.pointer());
                    assertThat(finding.subject()).isEqualTo(planted.subject());
                    assertThat(finding.reached()).isTrue();
                    assertThat(decide(ruleSet, finding))
                            .as(finding.message().en())
                            .satisfies(shown -> assertThat(planted.shown().test(shown))
                                    .as("%s", shown.decision().reasons())
                                    .isTrue());
                });
    }

    private static Shown decide(RuleSet ruleSet, Finding finding) {
        Facts facts =
                FactsReader.given(finding.example().facts(), Facts.DEFAULT).facts();
        return new Shown(ruleSet, facts, DecisionEngine.decide(facts, ruleSet, DecisionContext.hypothetical(null)));
    }

    private static Planted impossible(ObjectNode document, Random random) {
        int rule = random.nextInt(document.path("rules").size());
        ObjectNode changed = (ObjectNode) document.path("rules").get(rule);
        String more = one(
                random,
                "producer.class == 'CLASS_1' && producer.class == 'CLASS_4'",
                "history.failedLots12m > 5 && history.failedLots12m < 5",
                "psi && !statutory",
                "clean && credit == 'D'",
                "zoneExempt && !member",
                "line.date > '2026-12-31' && line.date < '2026-12-31'",
                "history.passPerMille12m > 1000",
                "false");
        changed.put("when", "(" + changed.path("when").asText() + ") && " + more);
        return unreachable(rule, changed);
    }

    private static Planted behindHold(ObjectNode document, Random random) {
        String held = one(
                random,
                "producer.suspension == 'ALL'",
                "warnings.exists(w, w.measure == 'BAN')",
                "history.sampling == 'SUSPENDED'",
                "consignor.status == 'DEREGISTERED'");
        return unreachable(last(document), add(document, 3 + random.nextInt(6), held, "atLeast", "STRICT"));
    }

    private static Planted wrongStep(ObjectNode document, Random random) {
        return unreachable(last(document), add(document, 3 + random.nextInt(6), "!statutory", "atLeast", "STRICT"));
    }

    private static Planted closedStep(ObjectNode document, Random random) {
        int step = 5 + random.nextInt(3);
        ((ObjectNode) document.path("steps").get(step - 1))
                .put(
                        "when",
                        one(random, "!statutory && decision.outcome == 'UNDECIDED'", "psi && !statutory", "false"));
        int rule = 0;
        while (document.path("rules").get(rule).path("step").asInt() != step) {
            rule++;
        }
        String id = document.path("rules").get(rule).path("id").asText();
        return new Planted("/rules/" + rule + "/when", id, shown -> !shown.matched(id));
    }

    private static Planted unreachable(int index, ObjectNode rule) {
        String id = rule.path("id").asText();
        return new Planted("/rules/" + index + "/when", id, shown -> shown.withoutEffect(id));
    }

    private static Planted noMode(ObjectNode document, Random random) {
        String left = one(random, "producer.class != 'CLASS_2'", "productRisk != 'HIGH'", "credit != 'C'", "!member");
        Drafts.rule(document, "class-risk-matrix").put("when", "!psiPrivilege && " + left);
        return withoutMode(document);
    }

    private static Planted betweenThresholds(ObjectNode document, Random random) {
        int cut = 1 + random.nextInt(9_000);
        Drafts.rule(document, "class-risk-matrix")
                .put("when", "!psiPrivilege && (line.lotSize < " + cut + " || line.lotSize > " + (cut + 1) + ")");
        return withoutMode(document);
    }

    private static Planted withoutMode(ObjectNode document) {
        return new Planted(
                "/rules/" + index(document, "psi-privilege"),
                null,
                shown -> shown.drawn() && !shown.matchedOne("psi-privilege", "class-risk-matrix"));
    }

    private static Planted noDecision(ObjectNode document, Random random) {
        String left = one(
                random,
                "productRisk != 'HIGH'",
                "producer.known",
                "line.purpose != 'EXHIBITION'",
                "line.hsCode.startsWith('84')",
                "line.date < '2027-01-01'");
        Drafts.rule(document, "not-statutory").put("when", left);
        return new Planted("/rules", null, shown -> shown.decision().reasons().stream()
                .anyMatch(reason -> reason.rule().equals("no-rule-decided")));
    }

    private static Planted twoModes(ObjectNode document, Random random) {
        String also =
                one(random, "producer.exportUsd12m > 5000000", "member", "productRisk == 'HIGH'", "line.evidence");
        int rule = last(document);
        add(document, 4, also, "mode", "GENERAL");
        return new Planted(
                "/rules/" + rule,
                "planted",
                shown -> shown.matched("planted") && shown.matchedOne("psi-privilege", "class-risk-matrix"));
    }

    private static Planted twoModesInOne(ObjectNode document, Random random) {
        String rule = one(random, "psi-privilege", "class-risk-matrix");
        Drafts.rule(document, rule).withArray("then").addObject().put("mode", one(random, "GENERAL", "STRICT"));
        return new Planted("/rules/" + index(document, rule) + "/then", rule, shown -> shown.matched(rule));
    }

    private static Planted twoProducts(ObjectNode document, Random random) {
        String prefix = one(random, "9608", "84", "8458", "0101210010");
        product(document, prefix);
        product(document, prefix);
        return new Planted("/sampling/products/1", prefix, shown -> sampled(shown, prefix));
    }

    private static boolean sampled(Shown shown, String prefix) {
        return shown.facts().line().hsCode().startsWith(prefix)
                && !shown.decision().samplingPlans().isEmpty();
    }

    private static Planted matrixOrder(ObjectNode document, Random random) {
        String row = "CLASS_" + (3 + random.nextInt(2));
        String risk = one(random, "HIGH", "HIGHER");
        ((ObjectNode) document.path("matrix").path("cells").path(row)).put(risk, "CREDIT");
        return new Planted(
                "/matrix/cells/" + row + "/" + risk,
                null,
                shown -> shown.matched("class-risk-matrix")
                        && shown.effect("mode=CREDIT")
                        && shown.facts().productRisk().name().equals(risk));
    }

    private static Planted modesOrder(ObjectNode document, Random random) {
        int mode = 2 + random.nextInt(3);
        ObjectNode policy = (ObjectNode) document.path("modes").get(mode);
        policy.put("notDrawn", "RELEASE");
        if (random.nextBoolean()) {
            policy.put("drawn", "VERIFY");
        }
        String name = policy.path("mode").asText();
        return new Planted("/modes/" + mode, name, shown -> shown.effect(RuleSet.POLICY + name));
    }

    private static Planted grantedAndRefused(ObjectNode document, Random random) {
        int rule = last(document);
        add(document, 11, "directRelease.approved", "refuseDirectRelease", "other-" + random.nextInt(9));
        return both(rule, "direct-release");
    }

    private static Planted laxerAndStricter(ObjectNode document, Random random) {
        String when = one(random, "credit == 'C'", "gravestWarning == 3", "line.lotSize > 100 && credit == 'D'");
        ObjectNode rule = add(document, 5, when, "laxer", "");
        rule.putArray("then").addObject().put("laxer", 1);
        String other = when.contains("'C'") ? "credit-c" : when.contains("'D'") ? "credit-d" : "warning";
        return new Planted(
                "/rules/" + index(document, other), other, shown -> shown.matched("planted") && shown.matched(other));
    }

    private static Planted exemptAndInspected(ObjectNode document, Random random) {
        String when = one(random, "line.evidence", "productRisk == 'HIGH'", "producer.exportUsd12m < 1000", "member");
        int rule = last(document);
        add(document, 3, when, "outcome", one(random, "SAMPLE", "VERIFY", "FULL_INSPECTION"));
        return both(rule, "exempt-zone", "exempt-certificate");
    }

    private static Planted exemptAndHeld(ObjectNode document, Random random) {
        String when = one(random, "producer.class == 'CLASS_1'", "exemption.certificate == 'VALID'", "member");
        int index = last(document);
        ObjectNode rule = add(document, 1, when, "exempt", "");
        rule.putArray("then").addObject().put("exempt", true);
        return both(index, "hold-banned", "hold-goods-suspended", "hold-producer-suspended", "hold-unregistered");
    }

    private static Planted both(int index, String... others) {
        return new Planted("/rules/" + index, "planted", shown -> shown.matched("planted") && shown.matchedOne(others));
    }

    private static Planted againstItself(ObjectNode document, Random random) {
        int index = last(document);
        ObjectNode rule = add(document, 1, "'DEMONSTRATION' in producer.titles", "hold", "a-cause");
        rule.withArray("then").addObject().put("exempt", true);
        if (random.nextBoolean()) {
            rule.putArray("then").addObject().put("stricter", 1);
            rule.withArray("then").addObject().put("laxer", 2);
        }
        return new Planted("/rules/" + index, "planted", shown -> shown.matched("planted"));
    }

    private static Planted worseIsLaxer(ObjectNode document, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                Drafts.rule(document, "floor-warning-1")
                        .putArray("then")
                        .addObject()
                        .put("atLeast", "CREDIT");
                yield boundBefore(document, "floor-warning-2");
            }
            case 1 -> {
                Drafts.rule(document, "floor-credit-d").put("when", "credit == 'C'");
                yield boundBefore(document, "floor-credit-d");
            }
            default -> {
                Drafts.rule(document, "floor-certificate").put("when", "!line.certificateRequested");
                yield boundBefore(document, "floor-certificate");
            }
        };
    }

    private static Planted boundBefore(ObjectNode document, String rule) {
        return new Planted("/rules/" + index(document, rule), rule, shown -> !shown.matched(rule));
    }

    private static Planted missingCitation(ObjectNode document, Random random) {
        Cited cited = cited(document, random);
        cited.entry().putArray("citations");
        return new Planted(cited.pointer() + "/citations", cited.subject(), cited.shown());
    }

    private static Planted repealedCitation(ObjectNode document, Random random) {
        Cited cited = cited(document, random);
        found(cited.entry().putArray("citations").addObject(), "AQSIQ Order 81").put("status", "REPEALED");
        return new Planted(cited.pointer() + "/citations/0", cited.subject(), cited.shown());
    }

    /** A place carries on the practice of one instrument, and cites another one that is repealed. */
    private static Planted otherCarriedOn(ObjectNode document, Random random) {
        Cited cited = cited(document, random);
        found(cited.entry().putArray("citations").addObject(), "AQSIQ Order 81").put("status", "REPEALED");
        found(cited.entry().withArray("citations").addObject(), "AQSIQ Order 82")
                .put("status", "REPEALED");
        cited.entry()
                .withArray("citations")
                .addObject()
                .put("instrument", "configuration")
                .put("status", "IN_FORCE")
                .put("provenance", "CONFIGURED")
                .put("continuedPractice", true)
                .put("reason", "somebody, for a reason")
                .putArray("continues")
                .add("AQSIQ Order 82");
        return new Planted(cited.pointer() + "/citations/0", cited.subject(), cited.shown());
    }

    private static Planted expiredCitation(ObjectNode document, Random random) {
        Cited cited = cited(document, random);
        found(cited.entry().putArray("citations").addObject(), "AQSIQ announcement")
                .put("status", one(random, "IN_FORCE", "UNKNOWN"))
                .put("effectiveTo", "2026-11-" + (10 + random.nextInt(12)));
        return new Planted(cited.pointer() + "/citations/0", cited.subject(), cited.shown());
    }

    private static ObjectNode found(ObjectNode citation, String instrument) {
        return citation.put("instrument", instrument).put("provenance", "FOUND").put("source", "a list of orders");
    }

    /** A place that cites. @param shown whether an input comes to it */
    private record Cited(String pointer, String subject, ObjectNode entry, Predicate<Shown> shown) {}

    private static Cited cited(ObjectNode document, Random random) {
        String list = one(random, "rules", "parameters", "definitions", "modes", "matrix", "sampling", "product");
        if (list.equals("matrix")) {
            return new Cited(
                    "/matrix", null, (ObjectNode) document.path(list), shown -> shown.matched("class-risk-matrix"));
        }
        if (list.equals("sampling")) {
            return new Cited(
                    "/sampling", null, (ObjectNode) document.path(list), shown -> shown.matched("sampling-plans"));
        }
        if (list.equals("product")) {
            product(document, "84");
            return new Cited(
                    "/sampling/products/1", "8458", product(document, "8458"), shown -> sampled(shown, "8458"));
        }
        int index = random.nextInt(document.path(list).size());
        ObjectNode entry = (ObjectNode) document.path(list).get(index);
        String subject = entry.path(list.equals("modes") ? "mode" : "id").asText();
        return new Cited("/" + list + "/" + index, subject, entry, shown -> switch (list) {
            case "rules" -> shown.matched(subject);
            case "definitions" -> Goal.lookedAt(shown.decision(), "definition:" + subject);
            case "modes" -> shown.effect(RuleSet.POLICY + subject);
            default -> true;
        });
    }

    private static Planted outOfRange(ObjectNode document, Random random) {
        Drafts.parameter(document, "directReleasePassPerMille").put("value", 1_001 + random.nextInt(9_000));
        return new Planted(
                "/parameters/9/value", "directReleasePassPerMille", shown -> shown.matched("direct-release-pass-rate"));
    }

    private static Planted sharesOfModes(ObjectNode document, Random random) {
        int mode = 2 + random.nextInt(3);
        Drafts.parameter(
                        document,
                        List.of("shareGeneral", "shareStrict", "shareSpecial").get(mode - 2))
                .put("value", one(random, "0.04", "0", "0.099999"));
        String name = document.path("modes").get(mode).path("mode").asText();
        return new Planted("/modes/" + mode + "/share", name, shown -> shown.effect(RuleSet.POLICY + name));
    }

    private static Planted sharesAskedFor(ObjectNode document, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> askedFor(document, "shareCreditC", "0", "credit-c");
            case 1 -> askedFor(document, "shareCreditD", "0.000000", "credit-d");
            case 2 -> askedFor(document, "shareUnsure", "0", "share-unsure");
            default -> askedFor(document, "shareCreditD", "0." + (10 + random.nextInt(40)), "credit-d");
        };
    }

    private static Planted askedFor(ObjectNode document, String parameter, String value, String rule) {
        Drafts.parameter(document, parameter).put("value", value);
        for (int i = 0; ; i++) {
            if (document.path("parameters").get(i).path("id").asText().equals(parameter)) {
                return new Planted("/parameters/" + i + "/value", parameter, shown -> shown.matched(rule));
            }
        }
    }

    private static ObjectNode product(ObjectNode document, String prefix) {
        ObjectNode sampling = (ObjectNode) document.path("sampling");
        ObjectNode product = sampling.withArray("products").addObject().put("hsPrefix", prefix);
        product.set("qualities", sampling.path("qualities").deepCopy());
        product.set("citations", sampling.path("citations").deepCopy());
        return product;
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static int last(ObjectNode document) {
        return document.path("rules").size();
    }

    private static int index(ObjectNode document, String rule) {
        JsonNode rules = document.path("rules");
        int index = 0;
        while (!rules.get(index).path("id").asText().equals(rule)) {
            index++;
        }
        return index;
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
