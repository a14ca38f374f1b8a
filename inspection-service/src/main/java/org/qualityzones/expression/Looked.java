package org.qualityzones.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

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
        eachInput(inputs::put);
        return inputs;
    }

    /** What was read, in order of names, with its value then. */
    public void eachInput(BiConsumer<String, Object> reader) {
        long rest = facts;
        for (int definition : frame.definitions().byName()) {
            if ((definitions & 1L << definition) != 0) {
                String definitionName = frame.definitions().name(definition);
                rest = factsBefore(definitionName, rest, reader);
                Object known = frame.known(definition);
                reader.accept(definitionName, Frame.failed(known) ? null : known);
            }
        }
        factsBefore(null, rest, reader);
    }

    /** Reads facts out up to a name, or all; the rest is returned. */
    private long factsBefore(String end, long mask, BiConsumer<String, Object> reader) {
        long rest = mask;
        while (rest != 0) {
            Fact fact = Vocabulary.FACTS.get(Long.numberOfTrailingZeros(rest));
            if (end != null && fact.name().compareTo(end) > 0) {
                return rest;
            }
            reader.accept(fact.name(), valueOf(fact));
            rest &= rest - 1;
        }
        return rest;
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

    /** What it came to; {@link Frame#ERROR} for no answer. */
    public Object answer() {
        return value;
    }

    /** Names of the facts that were read and are not known. */
    public List<String> unknownFacts() {
        List<String> unknown = new ArrayList<>();
        for (long rest = facts & frame.unknownFacts(); rest != 0; rest &= rest - 1) {
            unknown.add(Vocabulary.FACTS.get(Long.numberOfTrailingZeros(rest)).name());
        }
        return unknown;
    }

    /** Whether it read what was decided so far. */
    public boolean readsState() {
        return (facts & Groups.STATE) != 0;
    }

    /** Indexes of the definitions that were read. */
    public List<Integer> definitionsRead() {
        List<Integer> read = new ArrayList<>();
        for (long rest = definitions; rest != 0; rest &= rest - 1) {
            read.add(Long.numberOfTrailingZeros(rest));
        }
        return read;
    }

    private Object valueOf(Fact fact) {
        if (fact.group().equals(Vocabulary.DECISION)) {
            return fact.field().equals("outcome") ? outcome : mode;
        }
        return fact.shown().apply(fact.read().apply(frame));
    }
}
