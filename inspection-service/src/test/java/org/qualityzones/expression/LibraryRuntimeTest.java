package org.qualityzones.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.facts.Warning;
import org.qualityzones.facts.Zone;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;

/** The closures against the library's own runtime: generated expressions and all shipped rules, over random facts. */
class LibraryRuntimeTest {

    private static final int EXPRESSIONS = Integer.getInteger("qz.expressions", 400);
    private static final CelRuntime LIBRARY =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();
    private static final Map<String, Object> PARAMETERS = Map.of("limit", 5L, "on", true, "name", "B");

    @Test
    void shouldComeToWhatTheLibraryComesTo() throws Exception {
        SplittableRandom random = new SplittableRandom(42);
        ExpressionCompiler compiler = new ExpressionCompiler(PARAMETERS);
        int compared = 0;
        int errors = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            String source = new ExpressionGenerator(random).bool(4);
            Expression ours;
            try {
                ours = compiler.compile(source, Expression.Type.BOOL);
            } catch (InvalidExpression e) {
                assertThat(e.problems().getFirst().code())
                        .as(source)
                        .isIn("unknown-value", "too-large", "too-long", "too-deep");
                continue;
            }
            CelRuntime.Program theirs = LIBRARY.createProgram(compiler.check(source));
            for (int k = 0; k < 20; k++) {
                Facts facts = SomeFacts.random(random);
                Object expected = evaluate(theirs, variables(facts, Map.of()));
                Object found =
                        new Frame(facts, compiler.definitions()).look("x", ours).inspect();
                assertThat(found).as("%s over %s", source, facts).isEqualTo(expected);
                compared++;
                errors += "error".equals(expected) ? 1 : 0;
            }
        }
        System.out.printf("%d evaluations compared with the library, %d of them errors%n", compared, errors);
        assertThat(compared).isGreaterThan(EXPRESSIONS * 10);
        assertThat(errors).isPositive();
    }

    @Test
    void shouldComeToWhatTheLibraryComesToForEveryShippedRule() throws Exception {
        RuleSet rules = RuleSet.shipped("2026.1");
        Map<String, Object> parameters = new HashMap<>();
        rules.parameters().forEach(parameter -> parameters.put(parameter.id(), parameter.value()));
        ExpressionCompiler compiler = new ExpressionCompiler(parameters);
        Map<String, CelRuntime.Program> definitions = new java.util.LinkedHashMap<>();
        for (var definition : rules.definitions()) {
            definitions.put(
                    definition.id(),
                    LIBRARY.createProgram(compiler.check(definition.value().source())));
            compiler.define(definition.id(), definition.value().source());
        }
        List<Expression> conditions = new ArrayList<>();
        List<CelRuntime.Program> programs = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            conditions.add(compiler.compile(rule.when().source(), Expression.Type.BOOL));
            programs.add(LIBRARY.createProgram(compiler.check(rule.when().source())));
        }
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < 300; k++) {
            Facts facts = SomeFacts.random(random);
            Map<String, Object> words = new HashMap<>();
            for (var definition : definitions.entrySet()) {
                words.put(definition.getKey(), evaluate(definition.getValue(), variables(facts, words, parameters)));
            }
            Frame frame = new Frame(facts, compiler.definitions());
            for (int i = 0; i < conditions.size(); i++) {
                assertThat(frame.look("x", conditions.get(i)).inspect())
                        .as(conditions.get(i).source())
                        .isEqualTo(evaluate(programs.get(i), variables(facts, words, parameters)));
            }
        }
    }

    private static Object evaluate(CelRuntime.Program program, Map<String, Object> variables) {
        try {
            return program.eval(variables);
        } catch (CelEvaluationException _) {
            return "error";
        }
    }

    private static Map<String, Object> variables(Facts facts, Map<String, Object> words) {
        return variables(facts, words, PARAMETERS);
    }

    private static Map<String, Object> variables(
            Facts facts, Map<String, Object> words, Map<String, Object> parameters) {
        Frame frame = new Frame(facts, new Definitions(List.of(), List.of(), 0));
        Map<String, Object> variables = new HashMap<>(words);
        for (Fact fact : Vocabulary.FACTS) {
            Object value = plain(fact.read().apply(frame));
            if (fact.field() == null) {
                variables.put(fact.group(), value);
            } else {
                asMap(variables.computeIfAbsent(fact.group(), _ -> new HashMap<String, Object>()))
                        .put(fact.field(), value);
            }
        }
        variables.put("param", parameters);
        return variables;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case List<?> list -> list.stream().map(LibraryRuntimeTest::plain).toList();
            case Zone zone ->
                Map.of(
                        "code", zone.code(),
                        "level", zone.level().name(),
                        "status", zone.status().name(),
                        "hsPrefixes", zone.hsPrefixes(),
                        "measures", plain(zone.measures()));
            case Zone.Measure measure ->
                Map.of("measure", measure.measure(), "hsPrefixes", measure.hsPrefixes(), "onRoll", measure.onRoll());
            case Warning warning ->
                Map.of(
                        "id",
                        warning.id(),
                        "level",
                        (long) warning.level(),
                        "measure",
                        warning.measure().name());
            default -> value;
        };
    }

    /** Facts with everything in them that the generated expressions can read. */
    private static final class SomeFacts {

        private static Facts random(SplittableRandom random) {
            String json = """
                    {"line":{"hsCode":"%s","purpose":"%s","certificateRequested":%s,"evidence":%s,"psiDestination":%s,
                     "lotSize":%s,"valueUsdCents":%s},
                     "catalogue":{"conditions":%s,"categories":%s},"productRisk":"%s",
                     "producer":{"known":%s,"class":"%s","creditLevel":"%s","titles":%s,"openCorrectiveActions":%d,
                     "exportUsd12m":%d,"suspension":"%s","status":"%s"},
                     "consignor":{"creditLevel":"%s"},"zones":%s,"warnings":%s,
                     "campaign":{"id":%s,"share":%s},"history":{"failedLots12m":%d},"stale":%s}
                    """.formatted(
                            pick(random, "9608100000", "845811", "84581100"),
                            pick(random, "GENERAL_TRADE", "AID"),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            pick(random, "null", "1", "5", "50000"),
                            pick(random, "null", "0", "9007199254740991"),
                            pick(random, "[]", "[\"A\"]", "[\"A\",\"B\"]"),
                            pick(random, "[]", "[\"N\"]", "[\"M\",\"N\"]"),
                            pick(random, "GENERAL", "HIGHER", "HIGH"),
                            random.nextBoolean(),
                            pick(random, "UNCLASSIFIED", "CLASS_1", "CLASS_2", "CLASS_3", "CLASS_4"),
                            pick(random, "UNRATED", "AA", "A", "B", "C", "D"),
                            pick(random, "[]", "[\"DEMONSTRATION\"]"),
                            random.nextInt(3),
                            random.nextInt(10),
                            pick(random, "NONE", "STATUTORY", "ALL"),
                            pick(random, "ACTIVE", "RECTIFYING"),
                            pick(random, "UNRATED", "AA", "A", "B", "C", "D"),
                            pick(random, "[]", zone("NATIONAL", "9608"), zone("NONE", "84")),
                            pick(
                                    random,
                                    "[]",
                                    "[{\"id\":\"w\",\"level\":2}]",
                                    "[{\"id\":\"v\",\"level\":1,\"measure\":\"BAN\"},{\"id\":\"w\",\"level\":3}]"),
                            pick(random, "null", "\"c\""),
                            pick(random, "null", "5", "300000"),
                            random.nextInt(2),
                            pick(random, "[]", "[\"zones\"]", "[\"producer\",\"warnings\"]"));
            try {
                FactsReader.Reading reading = FactsReader.given(
                        new com.fasterxml.jackson.databind.ObjectMapper().readTree(json), Facts.DEFAULT);
                assertThat(reading.errors()).isEmpty();
                return reading.facts();
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(json, e);
            }
        }

        private static String zone(String level, String hs) {
            return ("[{\"code\":\"z\",\"level\":\"%s\",\"hsPrefixes\":[\"%s\"],\"measures\":[{\"measure\":\"WHOLE_ZONE_EXEMPTION\","
                            + "\"hsPrefixes\":[\"%s\"],\"onRoll\":true}]},{\"code\":\"y\",\"hsPrefixes\":[]}]")
                    .formatted(level, hs, hs);
        }

        private static String pick(SplittableRandom random, String... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
