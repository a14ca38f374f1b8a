package org.qualityzones.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row of a reference table.
 *
 * @param subkey null where the table has none
 * @param value null where the row says only that the key is listed
 * @param validUntil last day in force; null when open
 */
@Schema(name = "ReferenceRow")
record ReferenceRowView(
        UUID id,
        String table,
        String key,
        String subkey,
        String value,
        LocalDate validFrom,
        LocalDate validUntil,
        String provenance,
        String source,
        Instant recordedAt) {}
