package org.qualityzones.expression;

import java.util.ArrayList;
import java.util.List;
import org.qualityzones.facts.Facts;

/** The state of one decision while its expressions are evaluated: facts, definitions so far, and what was read. One thread. */
public final class Frame {

    /** What an expression comes to when an operation has no answer, such as comparing a missing lot size. */
    public static final Object ERROR = new Failure();

    /** Rounds of all comprehensions of one decision; beyond it an expression comes to {@link #ERROR}. */
    static final int MAX_ROUNDS = 200_000;

    private final Facts facts;
    private final Definitions definitions;
    private final Object[] values;
    private final List<Looked> looked = new ArrayList<>(64);
    private final Object[] locals;
    private final Assumption assumption;
    private String outcome = "UNDECIDED";
    private String mode = "NONE";
    private long factsRead;
    private long definitionsRead;
    private long definitionsKnown;
    private long allFactsRead;
    private int staleAsked;
    private int rounds;

    public Frame(Facts facts, Definitions definitions) {
        this(facts, definitions, null);
    }

    /** A frame for looking at expressions without all facts. @param assumption null when all facts are known */
    public Frame(Facts facts, Definitions definitions, Assumption assumption) {
        this.assumption = assumption;
        this.facts = facts;
        this.definitions = definitions;
        this.values = new Object[definitions.size()];
        this.locals = new Object[definitions.slots()];
    }

    public Facts facts() {
        return facts;
    }

    String outcome() {
        return outcome;
    }

    String mode() {
        return mode;
    }

    /** What {@code decision.outcome} and {@code decision.mode} read from now on. */
    public void state(String newOutcome, String newMode) {
        outcome = newOutcome;
        mode = newMode;
    }

    /** Evaluates a condition and notes that it was looked at. An {@link #ERROR} does not match. */
    public Looked look(String name, Expression expression) {
        factsRead = 0;
        definitionsRead = 0;
        Object value = expression.node().eval(this);
        allFactsRead |= factsRead;
        Looked entry = new Looked(name, false, value, factsRead, definitionsRead, this, outcome, mode);
        looked.add(entry);
        return entry;
    }

    /** Evaluates an expression of an effect; what it reads adds to what its rule read. Null when it has no answer. */
    public Object value(Expression expression, Looked rule) {
        factsRead = 0;
        definitionsRead = 0;
        Object value = expression.node().eval(this);
        allFactsRead |= factsRead;
        rule.add(factsRead, definitionsRead);
        return failed(value) ? null : value;
    }

    /** Everything looked at so far, in order; definitions stand before the first rule that read them. */
    public List<Looked> looked() {
        return looked;
    }

    /** Whether any expression read a fact of the group, or asked whether it is stale. */
    public boolean touched(String group) {
        if ((staleAsked & 1 << Groups.index(group)) != 0) {
            return true;
        }
        return (allFactsRead & Groups.mask(group)) != 0;
    }

    /** What a definition comes to, and what it read for that. */
    public Looked lookAtDefinition(int index) {
        return look(definitions.name(index), definitions.expression(index));
    }

    boolean isUnknown(int fact) {
        return assumption != null && assumption.isUnknown(fact);
    }

    long unknownFacts() {
        return assumption == null ? 0 : assumption.unknownFacts();
    }

    Object definition(int index) {
        if (assumption != null && assumption.definition(index) != null) {
            definitionsRead |= 1L << index;
            return assumption.definition(index);
        }
        if ((definitionsKnown & 1L << index) == 0) {
            long outerFacts = factsRead;
            long outerDefinitions = definitionsRead;
            factsRead = 0;
            definitionsRead = 0;
            Object value = definitions.expression(index).node().eval(this);
            values[index] = value;
            definitionsKnown |= 1L << index;
            allFactsRead |= factsRead;
            looked.add(
                    new Looked(definitions.name(index), true, value, factsRead, definitionsRead, this, outcome, mode));
            factsRead = outerFacts;
            definitionsRead = outerDefinitions;
        }
        definitionsRead |= 1L << index;
        return values[index];
    }

    Object known(int definition) {
        return values[definition];
    }

    Definitions definitions() {
        return definitions;
    }

    void reads(int fact) {
        factsRead |= 1L << fact;
    }

    void asksStale(int group) {
        staleAsked |= 1 << group;
    }

    Object local(int slot) {
        return locals[slot];
    }

    void local(int slot, Object value) {
        locals[slot] = value;
    }

    /** Counts one round of a comprehension; false when the bound is reached. */
    boolean round() {
        return ++rounds <= MAX_ROUNDS;
    }

    static boolean failed(Object value) {
        return value instanceof Failure;
    }

    private static final class Failure {
        @Override
        public String toString() {
            return "error";
        }
    }
}
