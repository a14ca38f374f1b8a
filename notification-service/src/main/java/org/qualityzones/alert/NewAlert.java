package org.qualityzones.alert;

import java.time.Instant;
import java.util.List;

/**
 * An alert about to be recorded.
 *
 * @param reference the source's own number, null where it is lost or unsure: then it is made from the content
 * @param originCountry ISO 3166-1 alpha-2, {@code ZZ} where the source does not know
 * @param contentKey digest of what identifies the content, null where only the reference counts
 */
public record NewAlert(
        AlertSource source,
        String reference,
        Instant publishedAt,
        String originCountry,
        AlertBody body,
        List<AlertFlag> flags,
        String contentKey) {}
