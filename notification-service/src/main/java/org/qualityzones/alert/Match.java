package org.qualityzones.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qualityzones.contracts.AlertState;

/** An enterprise, or one of its products, that an alert may be about. */
record Match(
        UUID id,
        long version,
        UUID alertId,
        String uscc,
        String productId,
        BigDecimal score,
        List<Why> why,
        MatchState status,
        String reason,
        Instant decidedAt) {

    AlertState.Match state() {
        return new AlertState.Match(id.toString(), uscc, productId, score.toPlainString(), status.name());
    }

    Match decided(MatchState to, String because, Instant now) {
        return new Match(id, version + 1, alertId, uscc, productId, score, why, to, because, now);
    }
}
