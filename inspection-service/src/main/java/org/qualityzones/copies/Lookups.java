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

    /** @param question of {@link Questions} */
    @SuppressWarnings("unchecked")
    <T> T once(Supplier<T> lookup, List<Object> question) {
        T known = (T) answers.get(question);
        if (known == null) {
            known = lookup.get();
            answers.put(question, known);
        }
        return known;
    }

    /** Keeps an answer that was looked up with others, unless the question was answered before. */
    void keep(List<Object> question, Object answer) {
        answers.putIfAbsent(question, answer);
    }
}
