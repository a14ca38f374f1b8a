package org.qualityzones.expression;

import dev.cel.common.types.CelType;
import java.util.List;
import java.util.function.Function;

/**
 * One name of the vocabulary that expressions can read.
 *
 * @param index position in {@link Vocabulary#FACTS} and bit in a mask of what was read
 * @param group {@code line}, {@code producer}…; for a name without a group, the name itself
 * @param field null for a name without a group
 * @param domain values it can have; empty when not limited
 * @param shown how a trace shows the value
 */
record Fact(
        int index,
        String group,
        String field,
        CelType type,
        List<String> domain,
        Function<Frame, Object> read,
        Function<Object, Object> shown) {

    String name() {
        return field == null ? group : group + "." + field;
    }
}
