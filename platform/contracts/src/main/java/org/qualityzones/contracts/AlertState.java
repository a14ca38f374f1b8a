package org.qualityzones.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A foreign notification, recall, return or spot-check finding about a product. Key: {@code id}.
 *
 * @param source for example {@code EU_SAFETY_GATE}
 * @param reference the source's own number; made from the content where the source's is lost
 * @param notifyingCountry ISO 3166-1 alpha-2, null where unknown
 * @param originCountry ISO 3166-1 alpha-2, {@code ZZ} where the source does not know
 * @param uscc enterprise named by who recorded it, null where none
 * @param flags for example {@code REFERENCE_UNSURE}
 * @param status {@code ACTIVE}, {@code WITHDRAWN} or {@code SUPERSEDED}
 * @param supersededBy id of the alert that took its place, else null
 * @param matches enterprises that may be concerned, best first
 */
public record AlertState(
        String id,
        String source,
        String reference,
        Instant publishedAt,
        String notifyingCountry,
        String originCountry,
        Product product,
        String manufacturer,
        String uscc,
        Risk risk,
        List<String> measures,
        String url,
        List<String> flags,
        String status,
        String supersededBy,
        List<Match> matches,
        long version) {

    public record Product(
            String category, String name, String brand, String model, List<String> barcodes, String hsCode) {}

    /**
     * @param level {@code SERIOUS}, {@code HIGH}, {@code MEDIUM}, {@code LOW} or {@code UNKNOWN}
     */
    public record Risk(List<String> types, String level, String text) {}

    /**
     * @param productId null where the enterprise matched, not one of its products
     * @param score 0.00 to 1.00 as text
     * @param state {@code PROPOSED}, {@code CONFIRMED} or {@code REJECTED}
     */
    public record Match(String id, String uscc, String productId, String score, String state) {}
}
