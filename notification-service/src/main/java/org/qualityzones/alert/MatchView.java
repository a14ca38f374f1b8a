package org.qualityzones.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A match as clients see it. */
@Schema(name = "AlertMatch")
record MatchView(
        UUID id,
        UUID alertId,
        String uscc,
        String productId,
        String score,
        List<Why> why,
        MatchState state,
        String reason,
        Instant decidedAt,
        long version) {

    static MatchView of(Match match) {
        return new MatchView(
                match.id(),
                match.alertId(),
                match.uscc(),
                match.productId(),
                match.score().toPlainString(),
                match.why(),
                match.status(),
                match.reason(),
                match.decidedAt(),
                match.version());
    }

    /** The matches of an alert, newest first. */
    @Schema(name = "AlertMatchPage")
    record Items(List<MatchView> items, String nextCursor) {}
}
