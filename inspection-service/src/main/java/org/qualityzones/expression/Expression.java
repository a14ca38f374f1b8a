package org.qualityzones.expression;

import java.util.List;

/** A checked and compiled expression; immutable, shared by all threads. */
public final class Expression {

    private final String source;
    private final Type type;
    private final List<String> domain;
    private final Hints hints;
    private final Node node;

    Expression(String source, Type type, List<String> domain, Hints hints, Node node) {
        this.source = source;
        this.type = type;
        this.domain = List.copyOf(domain);
        this.hints = hints;
        this.node = node;
    }

    /** As written. */
    public String source() {
        return source;
    }

    public Type type() {
        return type;
    }

    /** For a text, all values it can have; empty when they are not limited. */
    public List<String> domain() {
        return domain;
    }

    /** What makes a difference to it. */
    public Hints hints() {
        return hints;
    }

    Node node() {
        return node;
    }

    @Override
    public String toString() {
        return source;
    }

    /** What an expression comes to. */
    public enum Type {
        BOOL,
        INT,
        STRING,
        STRINGS
    }
}
