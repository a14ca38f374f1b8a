package org.qualityzones.web;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
        Actor.Identity who = actor.current();
        try (var connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ids.next());
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setString(3, who.subject());
            insert.setString(4, who.clientId());
            insert.setString(5, who.roles());
            insert.setString(6, action);
            insert.setString(7, subject);
            insert.setString(8, detail);
            insert.setString(9, RequestIds.current());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseException("The audit entry cannot be written", failure);
        }
    }
}
