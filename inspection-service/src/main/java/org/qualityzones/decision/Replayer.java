package org.qualityzones.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qualityzones.facts.Digests;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.ruleset.RuleSet;

/**
 * Decides stored facts again, by the engine and in the context that the stored record tells, and compares. Never throws for
 * what the store holds: what cannot be read is a difference.
 */
public final class Replayer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULE_SET = "/ruleSet/version";

    private final Map<String, Engine> engines;
    private final Function<String, Optional<RuleSet>> ruleSets;

    /**
     * @param engines every version that ever decided
     * @param ruleSets finds what was ever published
     */
    public Replayer(Collection<Engine> engines, Function<String, Optional<RuleSet>> ruleSets) {
        this.engines = engines.stream().collect(Collectors.toMap(Engine::version, Function.identity()));
        this.ruleSets = ruleSets;
    }

    /** Computes a stored decision again. */
    public Replay replay(StoredDecision stored) {
        FactsReader.Reading facts = FactsReader.stored(stored.facts());
        if (facts.facts() == null) {
            return unreadable("/factsDigest", String.valueOf(facts.errors().getFirst()));
        }
        JsonNode record;
        try {
            record = JSON.readTree(stored.record());
        } catch (IOException e) {
            return unreadable("", String.valueOf(e.getMessage()));
        }
        Optional<RuleSet> ruleSet = ruleSet(stored, record);
        if (ruleSet.isEmpty()) {
            return different(RULE_SET, stored.ruleSet(), null, null);
        }
        DecisionRecord recomputed;
        try {
            recomputed = engine(record).record(facts.facts(), ruleSet.get(), StoredContext.of(record));
        } catch (IllegalArgumentException | DateTimeException e) {
            return unreadable("", String.valueOf(e.getMessage()));
        }
        return Arrays.equals(recomputed.bytes(), stored.record())
                ? besides(stored, record, recomputed.digest())
                : new Replay(false, recomputed.digest(), Differences.between(stored.record(), recomputed.bytes()));
    }

    /** The record is the same; so must be what stands beside it. */
    private static Replay besides(StoredDecision stored, JsonNode record, String digest) {
        String factsDigest = Digests.sha256(stored.facts());
        if (!factsDigest.equals(record.path("factsDigest").asText())) {
            return different("/factsDigest", record.path("factsDigest").asText(), factsDigest, digest);
        }
        if (!digest.equals(stored.digest())) {
            return different("/digest", stored.digest(), digest, digest);
        }
        String ruleSet = record.at(RULE_SET).asText();
        if (stored.ruleSet() != null && !stored.ruleSet().equals(ruleSet)) {
            return different(RULE_SET, stored.ruleSet(), ruleSet, digest);
        }
        for (Map.Entry<String, String> each : stored.beside().entrySet()) {
            JsonNode node = record.at(each.getKey());
            String recorded = node.isNull() ? null : node.asText();
            if (!Objects.equals(each.getValue(), recorded)) {
                return different(each.getKey(), each.getValue(), recorded, digest);
            }
        }
        return new Replay(true, digest, List.of());
    }

    /** The one that stands beside the record, else the one that the record names. */
    private Optional<RuleSet> ruleSet(StoredDecision stored, JsonNode record) {
        return Optional.ofNullable(stored.ruleSet())
                .flatMap(ruleSets)
                .or(() -> ruleSets.apply(record.at(RULE_SET).asText()));
    }

    /** The one that the record names; a name that no engine has is a difference to the first one's record. */
    private Engine engine(JsonNode record) {
        return engines.getOrDefault(record.path("engine").asText(), DecisionEngine.ONE);
    }

    private static Replay unreadable(String pointer, String why) {
        return different(pointer, "unreadable: " + why, null, null);
    }

    private static Replay different(String pointer, String stored, String recomputed, String digest) {
        return new Replay(false, digest, List.of(new Replay.Difference(pointer, stored, recomputed)));
    }
}
