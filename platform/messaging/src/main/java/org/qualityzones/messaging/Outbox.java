package org.qualityzones.messaging;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qualityzones.messaging.support.Timestamps;
import org.qualityzones.web.Ids;
import org.qualityzones.web.LateWrites;

/** Events recorded in the transaction of the change that they tell; the relay publishes them after its commit. */
@ApplicationScoped
public class Outbox {

    private static final String INTO =
            "insert into outbox (id, topic, key, version, type, request_id, traceparent, data, recorded_at)";

    private final LateWrites writes;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxBell bell;
    private final OutboxBacklog backlog;
    private final Ids ids;
    private final Clock clock;

    Outbox(
            LateWrites writes,
            TransactionSynchronizationRegistry transactions,
            OutboxBell bell,
            OutboxBacklog backlog,
            Ids ids,
            Clock clock) {
        this.writes = writes;
        this.transactions = transactions;
        this.bell = bell;
        this.backlog = backlog;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records the event; nobody sees it unless the surrounding transaction commits. Append while the aggregate's row is
     * locked or its version just read, so that positions rise with versions.
     */
    @Transactional(TxType.MANDATORY)
    public void append(EventDraft draft) {
        append(List.of(draft));
    }

    /** The same of several, in their order. */
    @Transactional(TxType.MANDATORY)
    public void append(List<EventDraft> drafts) {
        backlog.requireRoom();
        writes.insert(INTO, drafts.stream().map(this::row).toList());
        bell.ringAfterCommit(transactions);
    }

    private Object[] row(EventDraft draft) {
        Instant recordedAt = Optional.ofNullable(draft.recordedAt())
                .orElseGet(clock::instant)
                .truncatedTo(MICROS);
        return new Object[] {
            ids.next(),
            draft.topic(),
            draft.key(),
            draft.version(),
            draft.type(),
            Correlation.requestId(),
            Correlation.traceparent(),
            EventJson.bytes(data(draft, recordedAt)),
            Timestamps.of(recordedAt)
        };
    }

    private static Map<String, Object> data(EventDraft draft, Instant recordedAt) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("change", draft.change());
        data.put("state", draft.state());
        data.put("version", draft.version());
        data.put("validFrom", draft.validFrom().truncatedTo(MICROS));
        data.put("recordedAt", recordedAt);
        return data;
    }
}
