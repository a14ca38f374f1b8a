package org.qualityzones.expression;

import java.util.List;

/** An expression that cannot be used, with every problem that was found. */
public final class InvalidExpression extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidExpression(List<Problem> problems) {
        super(problems.getFirst().detail());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param code {@code syntax}, {@code unknown-name}, {@code unknown-field}, {@code type}, {@code unknown-value}, {@code too-long}, {@code too-deep}, {@code too-large}, {@code unsupported}
     * @param line from 1
     * @param column from 1
     */
    public record Problem(String code, String detail, int line, int column) {}
}
