package org.qualityzones.messaging;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.qualityzones.messaging.support.DatabaseException;
import org.qualityzones.messaging.support.Timestamps;
import org.qualityzones.web.Ids;

/** Events recorded in the transaction of the change that they tell; the relay publishes them after its commit. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (id, topic, key, version, type, request_id, traceparent, data, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxBell bell;
    private final OutboxBacklog backlog;
    private final Ids ids;
    private final Clock clock;

    Outbox(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            OutboxBell bell,
            OutboxBacklog backlog,
            Ids ids,
            Clock clock) {
        this.dataSource = dataSource;
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
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (EventDraft draft : drafts) {
                bind(insert, draft);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseException("outbox row not written", e);
        }
        bell.ringAfterCommit(transactions);
    }

    private void bind(PreparedStatement insert, EventDraft draft) throws SQLException {
        Instant recordedAt = Optional.ofNullable(draft.recordedAt())
                .orElseGet(clock::instant)
                .truncatedTo(MICROS);
        insert.setObject(1, ids.next());
        insert.setString(2, draft.topic());
        insert.setString(3, draft.key());
        insert.setLong(4, draft.version());
        insert.setString(5, draft.type());
        insert.setString(6, Correlation.requestId());
        insert.setString(7, Correlation.traceparent());
        insert.setBytes(8, EventJson.bytes(data(draft, recordedAt)));
        insert.setObject(9, Timestamps.of(recordedAt));
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
