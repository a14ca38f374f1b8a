package org.qualityzones.copies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers that several lines ask for, each looked up once: so that they see the same, and many lines of one producer cost
 * little more than one. Not for concurrent use, nor for longer than a transaction.
 */
final class Lookups {

    private final Map<List<Object>, Object> answers = new HashMap<>();
    private final Map<List<Object>, Object> ofFiling = new HashMap<>();

    /** @param question tells this look-up from others; no part of it may be null */
    <T> T once(Supplier<T> lookup, Object... question) {
        return once(answers, lookup, question);
    }

    /** What the filing of a declaration itself changes: asked again for the next one. */
    <T> T onceAFiling(Supplier<T> lookup, Object... question) {
        return once(ofFiling, lookup, question);
    }

    void nextFiling() {
        ofFiling.clear();
    }

    @SuppressWarnings("unchecked")
    private static <T> T once(Map<List<Object>, Object> answers, Supplier<T> lookup, Object... question) {
        List<Object> key = List.of(question);
        T known = (T) answers.get(key);
        if (known == null) {
            known = lookup.get();
            answers.put(key, known);
        }
        return known;
    }
}
