package org.qualityzones.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of a command, some of them options with or without a value. */
record Options(List<String> words, Set<String> flags, Map<String, String> values) {

    /**
     * Tells options from other words.
     *
     * @param flags options without a value that are known
     * @param valued options with a value that are known, as {@code --x VALUE} or {@code --x=VALUE}
     */
    static Options parse(List<String> arguments, Set<String> flags, Set<String> valued) {
        List<String> words = new ArrayList<>();
        Set<String> set = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String word = each.next();
            int sign = word.indexOf('=');
            String name = sign < 0 ? word : word.substring(0, sign);
            if (flags.contains(word)) {
                set.add(word);
            } else if (valued.contains(name)) {
                if (sign < 0 && !each.hasNext()) {
                    throw Command.usage("A value is missing after " + name);
                }
                values.put(name, sign < 0 ? each.next() : word.substring(sign + 1));
            } else if (word.startsWith("--")) {
                throw Command.usage("Not understood: " + word);
            } else {
                words.add(word);
            }
        }
        return new Options(words, set, values);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }
}
