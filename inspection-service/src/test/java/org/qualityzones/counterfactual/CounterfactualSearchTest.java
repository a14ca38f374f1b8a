package org.qualityzones.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.RuleSet;

class CounterfactualSearchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleSet RULES = RuleSet.shipped("2026.1");
    private static final String STATUTORY = """
            "catalogue":{"conditions":["B"],"categories":["N"]},"draw":"ffffffffffffffff",
            "line":{"hsCode":"9608100000","destination":"DE","lotSize":50,"date":"2026-11-21"%s}""";

    @Test
    void shouldNameTheOneChangeThatReleases() throws Exception {
        Facts facts = facts("{" + STATUTORY.formatted("")
                + ",\"producer\":{\"class\":\"CLASS_1\",\"creditLevel\":\"A\"},\"productRisk\":\"HIGHER\"}");

        Counterfactuals answer = CounterfactualSearch.of(facts, RULES, Outcome.RELEASE);

        assertThat(answer.outcome()).isEqualTo(Outcome.VERIFY);
        assertThat(answer.complete()).isTrue();
        assertThat(answer.counterfactuals()).allMatch(each -> each.outcome() == Outcome.RELEASE);
        assertThat(texts(answer)).contains(Set.of("productRisk=\"GENERAL\""));
        assertThat(answer.counterfactuals()).allMatch(each -> each.changes().size() == 1);
    }

    @Test
    void shouldNotChangeWhatIsShippedWhereAndWhy() throws Exception {
        Facts facts = facts("{" + STATUTORY.formatted(",\"purpose\":\"AID\"") + "}");

        Counterfactuals answer = CounterfactualSearch.of(facts, RULES, null);

        assertThat(answer.counterfactuals()).isNotEmpty();
        assertThat(answer.counterfactuals())
                .flatExtracting(Counterfactual::changes)
                .extracting(Change::fact)
                .isSubsetOf(Changeable.names())
                .doesNotContain("line.hsCode", "line.purpose", "line.destination");
    }

    @Test
    void shouldFindExactlyTheSmallestSetsThatTryingAllOfThemFinds() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            Facts facts = facts(random);
            Counterfactuals answer = CounterfactualSearch.of(facts, RULES, null);

            if (answer.complete()
                    && answer.counterfactuals().stream()
                            .allMatch(each -> each.changes().size() <= 2)) {
                assertThat(texts(answer))
                        .as("seed %d, facts %s", seed, new String(facts.bytes(), StandardCharsets.UTF_8))
                        .isEqualTo(exhaustive(facts, answer.counterfactuals().isEmpty() ? 1 : 2));
            }
        }
    }

    /** The smallest of all sets of up to so many changes, whatever is read. */
    private static Set<Set<String>> exhaustive(Facts facts, int most) throws Exception {
        ObjectNode tree = (ObjectNode) JSON.readTree(facts.bytes());
        Outcome before = decide(tree);
        List<Map.Entry<String, JsonNode>> single = new ArrayList<>();
        new TreeSet<>(Changeable.names())
                .forEach(fact -> Changeable.others(tree, fact).forEach(value -> single.add(Map.entry(fact, value))));
        Set<Set<String>> found = new HashSet<>();
        for (Map.Entry<String, JsonNode> one : single) {
            if (flips(tree, before, List.of(one))) {
                found.add(Set.of(text(one)));
            }
        }
        for (int i = 0; found.isEmpty() && most == 2 && i < single.size(); i++) {
            Set<Set<String>> pairs = new HashSet<>();
            for (int a = 0; a < single.size(); a++) {
                for (int b = a + 1; b < single.size(); b++) {
                    if (!single.get(a).getKey().equals(single.get(b).getKey())
                            && flips(tree, before, List.of(single.get(a), single.get(b)))) {
                        pairs.add(Set.of(text(single.get(a)), text(single.get(b))));
                    }
                }
            }
            return pairs;
        }
        return found;
    }

    private static boolean flips(ObjectNode tree, Outcome before, List<Map.Entry<String, JsonNode>> changes) {
        ObjectNode changed = tree.deepCopy();
        changes.forEach(change -> Changeable.set(changed, change.getKey(), change.getValue()));
        return decide(changed).compareTo(before) < 0;
    }

    private static Outcome decide(ObjectNode tree) {
        Facts facts = FactsReader.given(tree, Facts.DEFAULT).facts();
        return DecisionEngine.decide(
                        facts, RULES, DecisionContext.hypothetical(facts.line().date()))
                .outcome();
    }

    private static Set<Set<String>> texts(Counterfactuals answer) {
        Set<Set<String>> texts = new HashSet<>();
        answer.counterfactuals().forEach(each -> {
            Set<String> changes = new TreeSet<>();
            each.changes().forEach(change -> changes.add(change.fact() + "=" + change.to()));
            texts.add(changes);
        });
        return texts;
    }

    private static String text(Map.Entry<String, JsonNode> change) {
        return change.getKey() + "=" + change.getValue();
    }

    private static Facts facts(Random random) throws Exception {
        Map<String, String> values = new TreeMap<>();
        values.put("class", pick(random, "CLASS_1", "CLASS_2", "CLASS_3", "CLASS_4"));
        values.put("creditLevel", pick(random, "A", "B", "C", "D"));
        values.put("suspension", pick(random, "NONE", "NONE", "NONE", "ALL"));
        String warnings = random.nextInt(3) == 0 ? "[{\"id\":\"w\",\"level\":2}]" : "[]";
        return facts("{" + STATUTORY.formatted(",\"certificateRequested\":" + random.nextBoolean()) + ",\"producer\":"
                + JSON.writeValueAsString(values) + ",\"warnings\":" + warnings + ",\"productRisk\":\""
                + pick(random, "GENERAL", "HIGHER", "HIGH") + "\"}");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Facts facts(String json) throws Exception {
        FactsReader.Reading reading = FactsReader.given(JSON.readTree(json), Facts.DEFAULT);
        assertThat(reading.errors()).isEmpty();
        return reading.facts();
    }
}
