package org.qualityzones.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.qualityzones.contracts.AlertState;

/** A stored alert. */
record Alert(
        UUID id,
        long version,
        AlertSource source,
        String reference,
        Instant publishedAt,
        String originCountry,
        AlertStatus status,
        UUID supersededBy,
        List<String> flags,
        List<String> bureaus,
        Instant recordedAt,
        AlertBody body) {

    Alert moved(AlertStatus to, UUID successor) {
        return new Alert(
                id,
                version + 1,
                source,
                reference,
                publishedAt,
                originCountry,
                to,
                successor,
                flags,
                bureaus,
                recordedAt,
                body);
    }

    Alert touched() {
        return moved(status, supersededBy);
    }

    /** The whole public state, as events carry it. */
    AlertState state(List<Match> matches) {
        return new AlertState(
                id.toString(),
                source.name(),
                reference,
                publishedAt,
                body.notifyingCountry(),
                originCountry,
                body.product(),
                body.manufacturer(),
                body.uscc(),
                body.risk(),
                body.measures(),
                body.url(),
                flags,
                status.name(),
                supersededBy == null ? null : supersededBy.toString(),
                matches.stream().map(Match::state).toList(),
                version);
    }
}
