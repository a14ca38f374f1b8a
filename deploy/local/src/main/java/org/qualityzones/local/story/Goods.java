package org.qualityzones.local.story;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One declared line of the story.
 *
 * @param quantity in {@code unit}, UN/ECE Rec 20
 * @param usd value in US dollars
 */
record Goods(
        String consignor,
        String producer,
        String hsCode,
        String product,
        String quantity,
        String unit,
        String usd,
        String lotNo,
        boolean certificateRequested) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_TO_SHIPMENT = 10;

    Goods withLot(String other) {
        return new Goods(consignor, producer, hsCode, product, quantity, unit, usd, other, certificateRequested);
    }

    /** The body of {@code POST /api/v1/declarations}. */
    Map<String, Object> declaration() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("lineNo", 1);
        line.put("producer", producer);
        line.put("hsCode", hsCode);
        line.put("product", product);
        line.put("quantity", Map.of("value", quantity, "unit", unit));
        line.put("value", Map.of("amount", usd, "currency", "USD"));
        line.put("lotNo", lotNo);
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put("consignor", consignor);
        declaration.put("destination", "DE");
        declaration.put("purpose", "GENERAL_TRADE");
        declaration.put("certificateRequested", certificateRequested);
        declaration.put(
                "shipmentDate",
                LocalDate.now(SHANGHAI).plusDays(DAYS_TO_SHIPMENT).toString());
        declaration.put("lines", List.of(line));
        return declaration;
    }
}
