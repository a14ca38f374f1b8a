package org.qualityzones.expression;

import java.util.List;
import java.util.stream.Stream;

/** The groups whose local copy can be stale, and the facts that belong to each. */
final class Groups {

    static final List<String> STALE = List.of("producer", "consignor", "zones", "warnings");

    /** The facts that change while a decision is made. */
    static final long STATE = maskOf(Vocabulary.DECISION);

    private static final long[] MASKS = STALE.stream().mapToLong(Groups::maskOf).toArray();

    private Groups() {}

    static int index(String group) {
        return STALE.indexOf(group);
    }

    static long mask(String group) {
        return MASKS[index(group)];
    }

    private static long maskOf(String group) {
        Stream<Fact> facts =
                Vocabulary.FACTS.stream().filter(fact -> fact.group().equals(group));
        return facts.mapToLong(fact -> 1L << fact.index()).reduce(0, (one, other) -> one | other);
    }
}
