package org.qualityzones.web;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** The append-only record of who did what, written in the transaction of the effect. */
@ApplicationScoped
@IfBuildProperty(name = "qz.web.database", stringValue = "true", enableIfMissing = true)
public class Audit {

    private static final String INSERT = """
            insert into audit_entry (id, at, actor, client, roles, action, subject, detail, request_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DataSource dataSource;
    private final Actor actor;
    private final Ids ids;
    private final Clock clock;

    public Audit(DataSource dataSource, Actor actor, Ids ids, Clock clock) {
        this.dataSource = dataSource;
        this.actor = actor;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes one entry.
     *
     * @param action what was done, kebab case with its aggregate, such as {@code zone.suspend}
     * @param subject key of what it was done to
     * @param detail further words without personal data, or null
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subject, String detail) {
        write(action, List.of(new Subject(subject, detail)));
    }

    /**
     * What something was done to.
     *
     * @param key of it
     * @param detail further words without personal data, or null
     */
    public record Subject(String key, String detail) {}

    /** Writes an entry for each, all at once. @param action as above */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, List<Subject> subjects) {
        write(action, subjects);
    }

    private void write(String action, List<Subject> subjects) {
        Actor.Identity who = actor.current();
        Timestamp now = Timestamp.from(clock.instant());
        try (var connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Subject subject : subjects) {
                insert.setObject(1, ids.next());
                insert.setTimestamp(2, now);
                insert.setString(3, who.subject());
                insert.setString(4, who.clientId());
                insert.setString(5, who.roles());
                insert.setString(6, action);
                insert.setString(7, subject.key());
                insert.setString(8, subject.detail());
                insert.setString(9, RequestIds.current());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseException("The audit entry cannot be written", failure);
        }
    }
}
