package org.qualityzones.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qualityzones.expression.Definitions;
import org.qualityzones.facts.Digests;

/** A rule set that was read, checked and compiled; immutable and shared by all threads. */
public final class RuleSet {

    /** Begins the effect of a reason that cites the policy of its mode. */
    public static final String POLICY = "policy=";

    private final Content content;
    private final byte[] document;
    private final String digest;

    RuleSet(Content content, byte[] document) {
        this.content = content;
        this.document = document;
        this.digest = Digests.sha256(document);
    }

    /** @throws InvalidRuleSet with every finding, when the document cannot be used */
    public static RuleSet parse(byte[] json) {
        return new RuleSetReader().read(json);
    }

    /** A rule set shipped with this service, such as {@code 2026.1}; read anew on each call. */
    public static RuleSet shipped(String version) {
        try (InputStream in = RuleSet.class.getResourceAsStream("/rulesets/" + version + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("No rule set " + version + " is shipped");
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped rule set " + version + " cannot be read", e);
        }
    }

    public String version() {
        return content.version();
    }

    public Title title() {
        return content.title();
    }

    /** {@code sha-256:} and the hex of the SHA-256 of {@link #document()}. */
    public String digest() {
        return digest;
    }

    /** The document's RFC 8785 bytes. */
    public byte[] document() {
        return document.clone();
    }

    public List<Parameter> parameters() {
        return content.parameters();
    }

    public List<Definition> definitions() {
        return content.definitions();
    }

    public Matrix matrix() {
        return content.matrix();
    }

    /** The policy of a mode; null for {@code NONE}. */
    public ModePolicy policy(Mode mode) {
        return content.modes().get(mode);
    }

    public SamplingPolicy sampling() {
        return content.sampling();
    }

    public List<Step> steps() {
        return content.steps();
    }

    public List<Rule> rules() {
        return content.steps().stream().flatMap(step -> step.rules().stream()).toList();
    }

    /** The definitions as they are evaluated. */
    public Definitions words() {
        return content.words();
    }

    /**
     * The citations of a reason, in the order in which a record names them; their texts are here, not in the record. Empty for
     * a rule that is not of this set.
     *
     * @param rule id of the rule
     * @param effect the reason's effect, as recorded
     */
    public List<Citation> citations(String rule, String effect) {
        if (effect.startsWith(POLICY)) {
            return policy(Mode.valueOf(effect.substring(POLICY.length()))).citations();
        }
        return content.steps().stream()
                .flatMap(step -> step.rules().stream())
                .filter(known -> known.id().equals(rule))
                .findFirst()
                .map(Rule::citations)
                .orElse(List.of());
    }

    /** Every citation of the set. */
    public Stream<Citation> citations() {
        return Stream.of(
                        content.parameters().stream().flatMap(parameter -> parameter.citations().stream()),
                        content.definitions().stream().flatMap(definition -> definition.citations().stream()),
                        content.matrix().citations().stream(),
                        content.modes().values().stream().flatMap(policy -> policy.citations().stream()),
                        content.sampling().citations().stream(),
                        content.sampling().products().stream().flatMap(product -> product.citations().stream()),
                        rules().stream().flatMap(rule -> rule.citations().stream()))
                .flatMap(citations -> citations);
    }

    @Override
    public String toString() {
        return version() + " " + digest;
    }

    record Content(
            String version,
            Title title,
            List<Parameter> parameters,
            List<Definition> definitions,
            Matrix matrix,
            Map<Mode, ModePolicy> modes,
            SamplingPolicy sampling,
            List<Step> steps,
            Definitions words) {}
}
