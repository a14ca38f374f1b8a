package org.qualityzones.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rule's condition, or a definition, that was evaluated. What it read is spelled out only when asked for. */
public final class Looked {

    private final String name;
    private final boolean definition;
    private final Object value;
    private long facts;
    private long definitions;
    private final Frame frame;
    private final String outcome;
    private final String mode;

    Looked(
            String name,
            boolean definition,
            Object value,
            long facts,
            long definitions,
            Frame frame,
            String outcome,
            String mode) {
        this.name = name;
        this.definition = definition;
        this.value = value;
        this.facts = facts;
        this.definitions = definitions;
        this.frame = frame;
        this.outcome = outcome;
        this.mode = mode;
    }

    void add(long moreFacts, long moreDefinitions) {
        facts |= moreFacts;
        definitions |= moreDefinitions;
    }

    public String name() {
        return name;
    }

    public boolean isDefinition() {
        return definition;
    }

    public boolean matched() {
        return definition ? !Boolean.FALSE.equals(value) && !failed() : Boolean.TRUE.equals(value);
    }

    public boolean failed() {
        return Frame.failed(value);
    }

    /** What a definition came to; null when it failed. */
    public Object value() {
        return failed() ? null : value;
    }

    /** What it came to, {@code "error"} for no answer. */
    Object inspect() {
        return failed() ? Frame.ERROR.toString() : value;
    }

    /** What was read, by name, with its value then. */
    public SortedMap<String, Object> inputs() {
        SortedMap<String, Object> inputs = new TreeMap<>();
        for (long rest = facts; rest != 0; rest &= rest - 1) {
            Fact fact = Vocabulary.FACTS.get(Long.numberOfTrailingZeros(rest));
            inputs.put(fact.name(), valueOf(fact));
        }
        for (long rest = definitions; rest != 0; rest &= rest - 1) {
            int index = Long.numberOfTrailingZeros(rest);
            Object known = frame.known(index);
            inputs.put(frame.definitions().name(index), Frame.failed(known) ? null : known);
        }
        return inputs;
    }

    /** Names of the facts that were read and have no value. */
    public List<String> absent() {
        List<String> absent = new ArrayList<>();
        for (long rest = facts; rest != 0; rest &= rest - 1) {
            Fact fact = Vocabulary.FACTS.get(Long.numberOfTrailingZeros(rest));
            if (valueOf(fact) == null) {
                absent.add(fact.name());
            }
        }
        return absent;
    }

    private Object valueOf(Fact fact) {
        if (fact.group().equals(Vocabulary.DECISION)) {
            return fact.field().equals("outcome") ? outcome : mode;
        }
        return fact.shown().apply(fact.read().apply(frame));
    }
}
