package org.qualityzones.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads facts strictly: unknown fields, wrong types and values out of range are errors. */
public final class FactsReader {

    private FactsReader() {}

    /** Facts as stored. */
    public static Reading stored(byte[] json) {
        throw new UnsupportedOperationException("under construction");
    }

    /**
     * Given facts laid over those on record, group by group; within a given group an absent field takes its default, but
     * the code, destination and date of the line, which the declaration itself states.
     */
    public static Reading given(JsonNode given, Facts onRecord) {
        throw new UnsupportedOperationException("under construction");
    }

    /**
     * @param facts null when there are errors
     * @param errors empty when all was read
     */
    public record Reading(Facts facts, List<FactError> errors) {}
}
