package org.qualityzones.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A declaration that every rule of the request accepts; a test changes what it is about. */
public final class Filing {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Filing() {}

    public static ObjectNode by(String consignor) {
        ObjectNode filing = JSON.createObjectNode()
                .put("consignor", consignor)
                .put("destination", "DE")
                .put("purpose", "GENERAL_TRADE")
                .put("certificateRequested", false)
                .put("shipmentDate", "2026-12-01");
        filing.withArray("lines").add(line(1));
        return filing;
    }

    public static ObjectNode line(int lineNo) {
        ObjectNode line = JSON.createObjectNode()
                .put("lineNo", lineNo)
                .put("hsCode", "9608100000")
                .put("product", "ball point pens")
                .put("lotNo", "L-" + lineNo);
        line.putObject("quantity").put("value", "50000").put("unit", "H87");
        line.putObject("value").put("amount", "12500.00").put("currency", "USD");
        return line;
    }

    public static ObjectNode firstLine(ObjectNode filing) {
        return (ObjectNode) filing.path("lines").get(0);
    }
}
