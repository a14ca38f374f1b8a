package org.qualityzones.decision;

import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.qualityzones.expression.Looked;

/** One rule, step or definition that was looked at. Its inputs are spelled out only when asked for. */
public final class TraceEntry {

    private final Looked looked;

    TraceEntry(Looked looked) {
        this.looked = looked;
    }

    /** Id of the rule, {@code step:} and the id of the step, or {@code definition:} and its name. */
    public String rule() {
        return looked.isDefinition() ? "definition:" + looked.name() : looked.name();
    }

    /** Whether its condition held; a definition matches unless it is {@code false} or cannot be answered. */
    public boolean matched() {
        return looked.matched();
    }

    public boolean isDefinition() {
        return looked.isDefinition();
    }

    /** What a definition came to: text, integer, flag or list of texts; null for a rule, or when it cannot be answered. */
    public Object value() {
        return looked.isDefinition() ? looked.value() : null;
    }

    /** Facts, definitions and states it really read, by name, as they were then; zones by code, warnings by id. */
    public SortedMap<String, Object> inputs() {
        return looked.inputs();
    }

    /** As {@link #inputs()}, without a map. */
    void eachInput(BiConsumer<String, Object> reader) {
        looked.eachInput(reader);
    }
}
