package org.qualityzones.counterfactual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.decision.Reason;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.ruleset.RuleSet;

/**
 * Tries sets of changes by size. Only facts that the decision so far has read are changed next: a change of any other would
 * leave the decision as it is, so no smallest set is missed.
 */
public final class CounterfactualSearch {

    static final int MOST_CHANGES = 3;
    private static final int BUDGET = 20_000;
    private static final int MOST_ANSWERS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode facts;
    private final RuleSet ruleSet;
    private final Outcome before;
    private final Outcome wanted;
    private final List<Counterfactual> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int evaluated;
    private boolean complete = true;

    private CounterfactualSearch(ObjectNode facts, RuleSet ruleSet, Outcome before, Outcome wanted) {
        this.facts = facts;
        this.ruleSet = ruleSet;
        this.before = before;
        this.wanted = wanted;
    }

    /** @param wanted null: any outcome that is laxer */
    public static Counterfactuals of(Facts facts, RuleSet ruleSet, Outcome wanted) {
        Decision decision = DecisionEngine.decide(
                facts, ruleSet, DecisionContext.hypothetical(facts.line().date()));
        return new CounterfactualSearch(tree(facts), ruleSet, decision.outcome(), wanted).search(decision);
    }

    /** A set of changes that does not flip the decision, and what was read in deciding so. */
    private record Tried(SortedMap<String, JsonNode> changes, Set<String> read) {}

    private Counterfactuals search(Decision decision) {
        List<Tried> last = List.of(new Tried(new TreeMap<>(), read(decision)));
        for (int size = 1; size <= MOST_CHANGES && found.isEmpty() && complete; size++) {
            last = grow(last);
        }
        return new Counterfactuals(before, wanted, complete, evaluated, List.copyOf(found));
    }

    private List<Tried> grow(List<Tried> smaller) {
        List<Tried> grown = new ArrayList<>();
        for (Tried tried : smaller) {
            for (String fact : tried.read()) {
                if (!tried.changes().containsKey(fact)) {
                    Changeable.others(facts, fact).forEach(value -> tryOut(tried, fact, value, grown));
                }
            }
        }
        return grown;
    }

    private void tryOut(Tried tried, String fact, JsonNode value, List<Tried> grown) {
        SortedMap<String, JsonNode> changes = new TreeMap<>(tried.changes());
        changes.put(fact, value);
        if (!seen.add(changes.toString())) {
            return;
        }
        if (evaluated >= BUDGET || found.size() >= MOST_ANSWERS) {
            complete = false;
            return;
        }
        evaluated++;
        Decision decision = decide(changes);
        boolean flips = wanted == null ? decision.outcome().compareTo(before) < 0 : decision.outcome() == wanted;
        if (flips) {
            found.add(new Counterfactual(
                    changes.entrySet().stream().map(this::change).toList(),
                    decision.outcome(),
                    decision.mode(),
                    rules(decision),
                    decision.factsDigest()));
        } else {
            grown.add(new Tried(changes, read(decision)));
        }
    }

    private Change change(Map.Entry<String, JsonNode> entry) {
        String fact = entry.getKey();
        return new Change(fact, Changeable.valueOf(facts, fact), entry.getValue(), Changeable.owner(fact));
    }

    private Decision decide(Map<String, JsonNode> changes) {
        ObjectNode changed = facts.deepCopy();
        changes.forEach((fact, value) -> Changeable.set(changed, fact, value));
        Facts read = FactsReader.given(changed, Facts.DEFAULT).facts();
        return DecisionEngine.decide(
                read, ruleSet, DecisionContext.hypothetical(read.line().date()));
    }

    private static List<String> rules(Decision decision) {
        return decision.reasons().stream()
                .filter(Reason::binding)
                .map(Reason::rule)
                .distinct()
                .toList();
    }

    /** Changeable facts that a decision read, in order. */
    private static Set<String> read(Decision decision) {
        Set<String> read = new TreeSet<>();
        decision.trace().forEach(entry -> read.addAll(entry.inputs().keySet()));
        read.retainAll(Changeable.names());
        return read;
    }

    private static ObjectNode tree(Facts facts) {
        try {
            return (ObjectNode) JSON.readTree(facts.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Facts are written as JSON", e);
        }
    }
}
