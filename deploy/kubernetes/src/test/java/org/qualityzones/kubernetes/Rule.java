package org.qualityzones.kubernetes;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that must hold of every rendering.
 *
 * @param name also the name of the bad manifest that it must catch
 * @param check what is wrong, in words that name the resource; empty when nothing is
 */
record Rule(String name, Function<Rendering, Stream<String>> check) {

    List<String> violations(Rendering rendering) {
        return check.apply(rendering).toList();
    }

    /** Every rule. */
    static List<Rule> all() {
        return Stream.of(
                        SchemaRules.RULES,
                        WorkloadRules.RULES,
                        NetworkRules.RULES,
                        SettingRules.RULES,
                        PlatformRules.RULES)
                .flatMap(List::stream)
                .toList();
    }
}
