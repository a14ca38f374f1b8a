package org.qualityzones.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.ruleset.Title;

/**
 * A rule set as clients see it.
 *
 * @param version the one its document names
 * @param revision of the resource; its ETag
 * @param digest {@code sha-256:} and the hex of the SHA-256 of the document's RFC 8785 form
 * @param lintReportId the newest about this document; null when there is none
 * @param lintErrors how many errors it names, which keep the set from being published; null when there is none
 * @param impactReportId the newest finished report about this document; null when there is none
 * @param effectiveFrom declarations made from this instant on are decided by it; null until it is published
 * @param retiredFrom null unless it was retired
 * @param document null in lists
 */
@Schema(name = "RuleSet")
@JsonInclude(JsonInclude.Include.ALWAYS)
record RuleSetView(
        String version,
        long revision,
        RuleSetStatus status,
        Title title,
        String digest,
        Instant draftedAt,
        UUID lintReportId,
        Integer lintErrors,
        UUID impactReportId,
        Instant publishedAt,
        Instant effectiveFrom,
        Instant retiredFrom,
        JsonNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RuleSetView brief(RuleSetRow row) {
        return of(row, tree(row), false);
    }

    static RuleSetView whole(RuleSetRow row) {
        return of(row, tree(row), true);
    }

    private static RuleSetView of(RuleSetRow row, JsonNode document, boolean whole) {
        JsonNode title = document.path("title");
        return new RuleSetView(
                row.version(),
                row.revision(),
                row.status(),
                new Title(title.path("zh").asText(), title.path("en").asText()),
                row.digest(),
                row.draftedAt(),
                row.assessment().lintReport(),
                row.assessment().lintErrors(),
                row.assessment().impactReport(),
                row.publishedAt(),
                row.effectiveFrom(),
                row.retiredFrom(),
                whole ? document : null);
    }

    private static JsonNode tree(RuleSetRow row) {
        try {
            return JSON.readTree(row.document());
        } catch (IOException e) {
            throw new UncheckedIOException("The document of rule set " + row.version() + " was read before", e);
        }
    }
}
