package org.qualityzones.expression;

import dev.cel.common.types.CelType;
import java.util.List;
import java.util.function.Function;

/**
 * One name of the vocabulary that expressions can read.
 *
 * @param index position in {@link Vocabulary#FACTS}, which is in order of names, and bit in a mask of what was read
 * @param name as expressions write it
 * @param group {@code line}, {@code producer}…; for a name without a group, the name itself
 * @param field null for a name without a group
 * @param domain values it can have; empty when not limited
 * @param shown how a trace shows the value
 */
record Fact(
        int index,
        String name,
        String group,
        String field,
        CelType type,
        List<String> domain,
        Function<Frame, Object> read,
        Function<Object, Object> shown) {

    static Fact of(
            String group,
            String field,
            CelType type,
            List<String> domain,
            Function<Frame, Object> read,
            Function<Object, Object> shown) {
        return new Fact(-1, field == null ? group : group + "." + field, group, field, type, domain, read, shown);
    }

    Fact at(int position) {
        return new Fact(position, name, group, field, type, domain, read, shown);
    }
}
