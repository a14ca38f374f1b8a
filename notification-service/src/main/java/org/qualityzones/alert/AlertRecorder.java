package org.qualityzones.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.contracts.AlertRecorded;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Ids;
import org.qualityzones.web.Problems;

/** Records alerts once: by the source's reference, or by their content where that is lost or unsure. */
@ApplicationScoped
public class AlertRecorder {

    private static final int DIGEST_CHARACTERS = 40;

    private final Alerts alerts;
    private final Matches matches;
    private final Matcher matcher;
    private final Outbox outbox;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    AlertRecorder(Alerts alerts, Matches matches, Matcher matcher, Outbox outbox, Audit audit, Ids ids, Clock clock) {
        this.alerts = alerts;
        this.matches = matches;
        this.matcher = matcher;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What became of a row of an import.
     *
     * @param status {@code created} or {@code unchanged}
     */
    public record Outcome(String status, UUID id) {}

    /** Records an alert of the API; 409 where its source has one with this reference. */
    @Transactional(Transactional.TxType.MANDATORY)
    Alert record(NewAlert alert, List<String> bureaus) {
        if (alerts.byReference(alert.source(), alert.reference()).isPresent()) {
            throw Problems.duplicate("alert", alert.source() + " " + alert.reference());
        }
        return add(alert, alert.reference(), 1, bureaus, "API");
    }

    /** Records an alert of an import, in a transaction of its own, unless it is known already. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Outcome enter(UUID importId, NewAlert alert, List<String> bureaus) {
        alerts.lockContent(alert.source());
        int occurrence = alert.contentKey() == null ? 1 : alerts.occurrence(importId, alert.contentKey());
        return known(alert, occurrence)
                .map(id -> new Outcome("unchanged", id))
                .orElseGet(() -> new Outcome(
                        "created",
                        add(alert, reference(alert, occurrence), occurrence, bureaus, "IMPORT")
                                .id()));
    }

    /** Ends an import. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void end(UUID importId) {
        alerts.forgetImport(importId);
    }

    private Optional<UUID> known(NewAlert alert, int occurrence) {
        Optional<UUID> byReference = alerts.byReference(alert.source(), reference(alert, occurrence));
        return byReference.isPresent() || alert.contentKey() == null
                ? byReference
                : alerts.byContent(alert.source(), alert.contentKey(), occurrence);
    }

    private static String reference(NewAlert alert, int occurrence) {
        return alert.reference() == null
                ? "content:" + alert.contentKey().substring(0, DIGEST_CHARACTERS) + '-' + occurrence
                : alert.reference();
    }

    private Alert add(NewAlert alert, String reference, int occurrence, List<String> bureaus, String origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Alert added = new Alert(
                ids.next(),
                1,
                alert.source(),
                reference,
                alert.publishedAt(),
                alert.originCountry(),
                AlertStatus.ACTIVE,
                null,
                alert.flags().stream().map(AlertFlag::name).toList(),
                bureaus,
                now,
                alert.body());
        String brand = MatchKeys.key(alert.body().product().brand());
        alerts.lockBrands(brand == null ? List.of() : List.of(brand));
        alerts.add(added, alert.contentKey(), occurrence);
        int proposed = matcher.propose(added);
        audit.record("alert.record", added.id().toString(), origin);
        outbox.append(new EventDraft(
                Topics.ALERT,
                added.id().toString(),
                EventTypes.ALERT_RECORDED,
                added.version(),
                added.publishedAt(),
                new AlertRecorded(origin, proposed),
                added.state(matches.best(added.id()))));
        return added;
    }
}
