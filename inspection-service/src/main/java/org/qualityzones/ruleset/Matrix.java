package org.qualityzones.ruleset;

import java.util.List;
import java.util.Map;

/** The mode for each producer class (row) and product risk (column). */
public record Matrix(Map<String, Map<String, Mode>> cells, List<Citation> citations) {

    public Mode mode(String producerClass, String risk) {
        return cells.get(producerClass).get(risk);
    }
}
