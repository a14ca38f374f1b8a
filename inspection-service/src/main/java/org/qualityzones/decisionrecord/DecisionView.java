package org.qualityzones.decisionrecord;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;

/** A decision as clients see it: its record, and what became of it since. Views may grow fields, records never. */
final class DecisionView {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DecisionView() {}

    static ObjectNode of(DecisionRow row, UUID supersededBy) {
        ObjectNode view = of(row.record());
        view.put("digest", row.digest());
        view.put("supersededBy", supersededBy == null ? null : supersededBy.toString());
        view.putNull("receipt");
        return view;
    }

    static ObjectNode of(byte[] record) {
        try {
            return (ObjectNode) JSON.readTree(record);
        } catch (IOException e) {
            throw new IllegalStateException("A stored decision record is not JSON", e);
        }
    }
}
