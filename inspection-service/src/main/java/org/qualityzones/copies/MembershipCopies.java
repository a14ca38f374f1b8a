package org.qualityzones.copies;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.qualityzones.contracts.MembershipState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.messaging.Inbox;
import org.qualityzones.messaging.Mode;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.sql.Answers;
import org.qualityzones.sql.Query;

/** Keeps every version of every membership, and which zones an enterprise belongs to. */
@ApplicationScoped
class MembershipCopies implements EventConsumer {

    private static final String KEEP = """
            INSERT INTO membership_copy (uscc, zone_code, active) VALUES (?, ?, ?)
            ON CONFLICT (uscc, zone_code) DO UPDATE SET active = excluded.active
            """;

    private static final String ZONES = "SELECT zone_code FROM membership_copy WHERE uscc = ? AND active LIMIT 100";

    private static final String ZONES_OF_EACH = """
            SELECT wanted.uscc, m.zone_code FROM unnest(?) AS wanted (uscc) CROSS JOIN LATERAL (
                SELECT zone_code FROM membership_copy WHERE uscc = wanted.uscc AND active LIMIT 100) m
            """;

    private static final String EVER = "SELECT zone_code FROM membership_copy WHERE uscc = ? LIMIT 1000";

    private final Inbox inbox;
    private final StateVersions versions;
    private final DataSource dataSource;
    private final Answers answers;

    MembershipCopies(Inbox inbox, StateVersions versions, DataSource dataSource) {
        this.inbox = inbox;
        this.versions = versions;
        this.dataSource = dataSource;
        this.answers = new Answers(dataSource, "The memberships cannot be read");
    }

    @Incoming("membership-facts")
    @Blocking
    public void receive(ConsumerRecord<String, byte[]> record) {
        inbox.receive(this, record);
    }

    @Override
    public String name() {
        return "membership-facts";
    }

    @Override
    public Mode mode() {
        return Mode.FACTS;
    }

    @Override
    public String topic() {
        return Topics.MEMBERSHIP;
    }

    @Override
    public void on(Event event) {
        versions.append(
                event.topic(), event.key(), event.version(), event.validFrom(), event.recordedAt(), event.state());
        MembershipState membership = event.state(MembershipState.class);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, membership.uscc());
            keep.setString(2, membership.zone());
            keep.setBoolean(3, "ACTIVE".equals(membership.status()));
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The membership " + event.key() + " cannot be kept", e);
        }
    }

    /** Codes of the zones in which the enterprise is an active member. */
    List<String> zonesOf(String uscc) {
        return answers.to(zones(uscc));
    }

    /** The same, to be asked. */
    static Query<List<String>> zones(String uscc) {
        return Query.all(ZONES, row -> row.getString(1), uscc);
    }

    /** Codes of the zones in which each of the enterprises is an active member. */
    Map<String, List<String>> zonesOf(Set<String> usccs) {
        Map<String, List<String>> zones = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ZONES_OF_EACH)) {
            select.setArray(1, connection.createArrayOf("text", usccs.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    zones.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
            return zones;
        } catch (SQLException e) {
            throw new IllegalStateException("The memberships cannot be read", e);
        }
    }

    /** Codes of the zones in which the enterprise was ever a member, or nominated as one. */
    List<String> zonesEverOf(String uscc) {
        return answers.to(Query.all(EVER, row -> row.getString(1), uscc));
    }
}
