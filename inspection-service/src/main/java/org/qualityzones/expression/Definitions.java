package org.qualityzones.expression;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The named expressions of a rule set, in order; each may read the ones before it. */
public final class Definitions {

    private final List<String> names;
    private final List<Expression> expressions;
    private final int slots;
    private final int[] byName;

    Definitions(List<String> names, List<Expression> expressions, int slots) {
        this.names = List.copyOf(names);
        this.expressions = List.copyOf(expressions);
        this.slots = slots;
        this.byName = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public int size() {
        return names.size();
    }

    /** Indexes in order of names. Not to be changed. */
    int[] byName() {
        return byName;
    }

    int slots() {
        return slots;
    }

    public String name(int index) {
        return names.get(index);
    }

    public Expression expression(int index) {
        return expressions.get(index);
    }
}
