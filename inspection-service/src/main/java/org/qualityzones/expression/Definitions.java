package org.qualityzones.expression;

import java.util.List;

/** The named expressions of a rule set, in order; each may read the ones before it. */
public final class Definitions {

    private final List<String> names;
    private final List<Expression> expressions;
    private final int slots;

    Definitions(List<String> names, List<Expression> expressions, int slots) {
        this.names = List.copyOf(names);
        this.expressions = List.copyOf(expressions);
        this.slots = slots;
    }

    int size() {
        return names.size();
    }

    int slots() {
        return slots;
    }

    String name(int index) {
        return names.get(index);
    }

    Expression expression(int index) {
        return expressions.get(index);
    }
}
