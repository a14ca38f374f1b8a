package org.qualityzones.expression;

import java.util.Map;
import java.util.Set;

/**
 * What is taken for granted while expressions are looked at without all facts. A fact that is not known reads as
 * {@link Frame#ERROR}, which spreads as CEL's errors do: what comes out true or false is so whatever the fact turns out to be.
 */
public final class Assumption {

    private final long unknownFacts;
    private final Object[] definitions;

    private Assumption(long unknownFacts, Object[] definitions) {
        this.unknownFacts = unknownFacts;
        this.definitions = definitions;
    }

    /**
     * @param knownFacts names of the facts that are known; {@code decision.*} always are
     * @param values of definitions, by name, that are not to be calculated
     */
    public static Assumption of(Set<String> knownFacts, Map<String, Object> values, Definitions words) {
        long unknown = 0;
        for (Fact fact : Vocabulary.FACTS) {
            if (!knownFacts.contains(fact.name()) && !fact.group().equals(Vocabulary.DECISION)) {
                unknown |= 1L << fact.index();
            }
        }
        Object[] definitions = new Object[words.size()];
        for (int i = 0; i < definitions.length; i++) {
            definitions[i] = values.get(words.name(i));
        }
        return new Assumption(unknown, definitions);
    }

    boolean isUnknown(int fact) {
        return (unknownFacts & 1L << fact) != 0;
    }

    long unknownFacts() {
        return unknownFacts;
    }

    /** Null when nothing is assumed of it. */
    Object definition(int index) {
        return definitions[index];
    }
}
