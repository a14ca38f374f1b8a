package org.qualityzones.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qualityzones.ruleset.RuleSet;

/** Every published rule set, compiled once. */
@ApplicationScoped
public class RuleBook {

    private static final List<String> SHIPPED = List.of("2026.1");

    private final List<RuleSet> published =
            SHIPPED.stream().map(RuleSet::shipped).toList();

    /** The rule set that governs a declaration made at an instant. As long as one is shipped, that one governs them all. */
    public RuleSet inForce(Instant declaredAt) {
        return published.getLast();
    }

    public Optional<RuleSet> find(String version) {
        return published.stream()
                .filter(ruleSet -> ruleSet.version().equals(version))
                .findFirst();
    }

    /** The rule set that a stored decision names. @throws IllegalStateException when this service no longer has it */
    public RuleSet required(String version) {
        return find(version).orElseThrow(() -> new IllegalStateException("Rule set " + version + " is gone"));
    }

    public List<RuleSet> all() {
        return published;
    }
}
