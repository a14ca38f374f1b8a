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
    private static final int CASES = 30;
    private static final int TRIPLES = 4;
    private static final Set<String> REDUCED = Set.of(
            "line.certificateRequested", "producer.class", "producer.status", "producer.creditLevel", "productRisk");
    private static final String STATUTORY = """
        "catalogue":{"conditions":["B"],"categories":["N"]},"draw":"ffffffffffffffff",
        "line":{"hsCode":"9608100000","destination":"DE","lotSize":50,"date":"2026-11-21"%s}\
        """;

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

    /**
     * Every set of up to two changes is tried, and the answer compared; an empty one too. Each case draws facts of all kinds,
     * and half of the cases ask for a certain outcome.
     */
    @Test
    void shouldFindExactlyTheSmallestSetsThatTryingAllOfThemFinds() throws Exception {
        long seed = Long.getLong("counterfactual.seed", System.nanoTime());
        System.out.printf("%d cases of counterfactuals, -Dcounterfactual.seed=%d%n", CASES, seed);
        Random random = new Random(seed);
        Set<Integer> sizes = new TreeSet<>();
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            Facts facts = facts(random);
            Outcome before = decide((ObjectNode) JSON.readTree(facts.bytes()));
            Outcome wanted = pick(random, Outcome.values());
            if (wanted == before || random.nextBoolean()) {
                wanted = null;
            }
            Counterfactuals answer = CounterfactualSearch.of(facts, RULES, wanted);
            String where = "seed %d, wanted %s, facts %s"
                    .formatted(seed, wanted, new String(facts.bytes(), StandardCharsets.UTF_8));
            int size = size(answer, where);

            Set<Set<String>> smallest = exhaustive(facts, wanted, Changeable.names(), 2);
            if (answer.complete()) {
                assertThat(size <= 2 ? texts(answer) : Set.of()).as(where).isEqualTo(smallest);
                compared++;
                sizes.add(size);
            } else {
                assertThat(smallest).as(where).containsAll(size <= 2 ? texts(answer) : smallest);
                assertThat(smallest.isEmpty()).as(where).isEqualTo(size == 0 || size == 3);
            }
            for (Counterfactual each : answer.counterfactuals()) {
                assertThat(reaches(each.outcome(), before, wanted)).as(where).isTrue();
            }
        }
        assertThat(compared)
                .as("cases that were searched through, seed %d", seed)
                .isGreaterThanOrEqualTo(CASES / 3);
        assertThat(sizes).as("sizes of answers, seed %d", seed).contains(1, 2);
    }

    /** On few facts, of which each is worse than it might be, sets of three are tried as well. */
    @Test
    void shouldFindExactlyTheSmallestSetsOfThree() throws Exception {
        long seed = Long.getLong("counterfactual.seed", System.nanoTime());
        System.out.printf("cases of three changes, -Dcounterfactual.seed=%d%n", seed);
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < TRIPLES; i++) {
            Facts facts = threeAgainst(random);
            Counterfactuals answer = CounterfactualSearch.of(facts, RULES, Outcome.RELEASE);
            String where = "seed %d, facts %s".formatted(seed, new String(facts.bytes(), StandardCharsets.UTF_8));
            int size = size(answer, where);
            assertThat(size).as(where).isIn(0, 3);
            Set<Set<String>> few = exhaustive(facts, Outcome.RELEASE, REDUCED, 3);
            assertThat(few).as(where).isNotEmpty().allMatch(set -> set.size() == 3);
            Set<Set<String>> found = new HashSet<>(texts(answer));
            found.removeIf(set ->
                    !set.stream().allMatch(change -> REDUCED.contains(change.substring(0, change.indexOf('=')))));
            if (answer.complete()) {
                assertThat(found).as(where).isEqualTo(few);
                compared++;
            } else {
                assertThat(few).as(where).containsAll(found);
            }
            assertThat(exhaustive(facts, Outcome.RELEASE, Changeable.names(), 2))
                    .as(where)
                    .isEmpty();
        }
        assertThat(compared)
                .as("cases that were searched through, seed %d", seed)
                .isPositive();
    }

    /** Number of changes of each answer, 0 for none; all have the same. */
    private static int size(Counterfactuals answer, String where) {
        Set<Integer> sizes = new TreeSet<>();
        answer.counterfactuals().forEach(each -> sizes.add(each.changes().size()));
        assertThat(sizes).as(where).hasSizeLessThanOrEqualTo(1);
        return sizes.isEmpty() ? 0 : sizes.iterator().next();
    }

    /** The smallest of all sets of up to so many changes of some facts, whatever is read. */
    private static Set<Set<String>> exhaustive(Facts facts, Outcome wanted, Set<String> names, int most)
            throws Exception {
        ObjectNode tree = (ObjectNode) JSON.readTree(facts.bytes());
        Outcome before = decide(tree);
        List<Map.Entry<String, JsonNode>> single = new ArrayList<>();
        new TreeSet<>(names)
                .forEach(fact -> Changeable.others(tree, fact).forEach(value -> single.add(Map.entry(fact, value))));
        Set<Set<String>> found = new HashSet<>();
        for (int size = 1; size <= most && found.isEmpty(); size++) {
            tryAll(tree, before, wanted, single, 0, size, List.of(), found);
        }
        return found;
    }

    private static void tryAll(
            ObjectNode tree,
            Outcome before,
            Outcome wanted,
            List<Map.Entry<String, JsonNode>> single,
            int from,
            int more,
            List<Map.Entry<String, JsonNode>> taken,
            Set<Set<String>> found) {
        if (more == 0) {
            ObjectNode changed = tree.deepCopy();
            taken.forEach(change -> Changeable.set(changed, change.getKey(), change.getValue()));
            if (reaches(decide(changed), before, wanted)) {
                Set<String> texts = new TreeSet<>();
                taken.forEach(change -> texts.add(text(change)));
                found.add(texts);
            }
            return;
        }
        for (int i = from; i < single.size(); i++) {
            Map.Entry<String, JsonNode> next = single.get(i);
            if (taken.stream().noneMatch(change -> change.getKey().equals(next.getKey()))) {
                List<Map.Entry<String, JsonNode>> longer = new ArrayList<>(taken);
                longer.add(next);
                tryAll(tree, before, wanted, single, i + 1, more - 1, longer, found);
            }
        }
    }

    private static boolean reaches(Outcome outcome, Outcome before, Outcome wanted) {
        return wanted == null ? outcome.compareTo(before) < 0 : outcome == wanted;
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
        String producer = "{\"class\":\"" + pick(random, "CLASS_1", "CLASS_2", "CLASS_3", "CLASS_4")
                + "\",\"creditLevel\":\"" + pick(random, "A", "B", "C", "D")
                + "\",\"suspension\":\"" + pick(random, "NONE", "NONE", "NONE", "ALL")
                + "\",\"status\":\"" + pick(random, "ACTIVE", "ACTIVE", "RECTIFYING")
                + "\",\"overdueCorrectiveActions\":" + random.nextInt(2)
                + ",\"titles\":" + pick(random, "[]", "[\"DEMONSTRATION\"]") + "}";
        return facts("{" + STATUTORY.formatted(",\"certificateRequested\":" + random.nextBoolean()) + ",\"producer\":"
                + producer + ",\"zones\":" + pick(random, "[]", zone("ACTIVE"), zone("SUSPENDED"))
                + ",\"warnings\":" + pick(random, "[]", "[]", "[{\"id\":\"w\",\"level\":2}]")
                + ",\"exemption\":{\"certificate\":\"" + pick(random, "NONE", "NONE", "SUSPENDED", "VALID")
                + "\"},\"productRisk\":\"" + pick(random, "GENERAL", "HIGHER", "HIGH") + "\"}");
    }

    /** A certificate, a producer under rectification or of bad credit, and its class stand against release, each by itself. */
    private static Facts threeAgainst(Random random) throws Exception {
        String producer = "{\"class\":\"" + pick(random, "CLASS_2", "CLASS_3", "CLASS_4") + "\","
                + pick(
                        random,
                        "\"creditLevel\":\"A\",\"status\":\"RECTIFYING\"",
                        "\"creditLevel\":\"C\"",
                        "\"creditLevel\":\"D\"")
                + "}";
        return facts("{" + STATUTORY.formatted(",\"certificateRequested\":true") + ",\"producer\":" + producer
                + ",\"productRisk\":\"GENERAL\"}");
    }

    private static String zone(String status) {
        return "[{\"code\":\"a-zone\",\"level\":\"NATIONAL\",\"status\":\"" + status + "\",\"hsPrefixes\":[\"9608\"]}]";
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Facts facts(String json) throws Exception {
        FactsReader.Reading reading = FactsReader.given(JSON.readTree(json), Facts.DEFAULT);
        assertThat(reading.errors()).isEmpty();
        return reading.facts();
    }
}
