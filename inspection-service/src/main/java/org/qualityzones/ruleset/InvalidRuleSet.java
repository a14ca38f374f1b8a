package org.qualityzones.ruleset;

import java.util.List;

/** A rule set document that cannot be used. */
public final class InvalidRuleSet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    InvalidRuleSet(List<Finding> findings) {
        super(findings.getFirst().toString());
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer RFC 6901, into the document
     * @param code kebab case, such as {@code unknown-fact}
     * @param line line within the CEL expression from 1; 0 outside of expressions
     * @param column column within the CEL expression from 1; 0 outside of expressions
     */
    public record Finding(String pointer, String code, String detail, int line, int column) {}
}
