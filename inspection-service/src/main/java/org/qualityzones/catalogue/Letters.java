package org.qualityzones.catalogue;

import java.util.List;

/** Condition and category letters as the published lists write them: {@code AB}, {@code A/B}, {@code M.P/N.Q}. */
final class Letters {

    private Letters() {}

    /** The distinct letters, sorted; separators are dropped. */
    static List<String> of(String text) {
        return text.chars()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .distinct()
                .sorted()
                .toList();
    }
}
