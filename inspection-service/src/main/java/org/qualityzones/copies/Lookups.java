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

    /** @param question tells this look-up from others; no part of it may be null */
    @SuppressWarnings("unchecked")
    <T> T once(Supplier<T> lookup, Object... question) {
        List<Object> key = List.of(question);
        T known = (T) answers.get(key);
        if (known == null) {
            known = lookup.get();
            answers.put(key, known);
        }
        return known;
    }
}
