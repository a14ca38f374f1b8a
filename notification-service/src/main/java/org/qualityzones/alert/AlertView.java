package org.qualityzones.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.contracts.AlertState;

/** An alert as clients see it; its matches have addresses of their own. */
@Schema(name = "Alert")
record AlertView(
        UUID id,
        AlertSource source,
        String reference,
        String referenceAsGiven,
        Instant publishedAt,
        String notifyingCountry,
        String originCountry,
        AlertState.Product product,
        String manufacturer,
        String uscc,
        AlertState.Risk risk,
        List<String> measures,
        String url,
        List<String> flags,
        AlertStatus status,
        UUID supersededBy,
        Instant recordedAt,
        long version) {

    static AlertView of(Alert alert) {
        AlertBody body = alert.body();
        return new AlertView(
                alert.id(),
                alert.source(),
                alert.reference(),
                body.referenceAsGiven(),
                alert.publishedAt(),
                body.notifyingCountry(),
                alert.originCountry(),
                body.product(),
                body.manufacturer(),
                body.uscc(),
                body.risk(),
                body.measures(),
                body.url(),
                alert.flags(),
                alert.status(),
                alert.supersededBy(),
                alert.recordedAt(),
                alert.version());
    }

    /** A page of them, newest first. */
    @Schema(name = "AlertPage")
    record Items(List<AlertView> items, String nextCursor) {}
}
