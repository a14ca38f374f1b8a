package org.qualityzones.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.WithServers;

/** What the database says of a refused statement goes into the log: which constraint, but nothing of what was written. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class DatabaseMessagesTest {

    private static final String INSERT = """
            insert into audit_entry (id, at, actor, client, roles, action, subject, request_id)
            values (?, now(), 'Zhang San', 'a-client', '', 'sample.make', 'a-subject', 'a-request')
            """;

    private final UUID id = UUID.randomUUID();

    @Inject
    DataSource dataSource;

    @Test
    void shouldTellNothingOfARow() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.executeUpdate();

            assertThatThrownBy(insert::executeUpdate)
                    .hasMessageContaining("audit_entry_pkey")
                    .message()
                    .doesNotContain(id.toString(), "Zhang San");
        }
    }

    @Test
    void shouldTellNothingOfABatch() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < 2; i++) {
                insert.setObject(1, id);
                insert.addBatch();
            }

            assertThatThrownBy(insert::executeBatch)
                    .hasMessageContaining("audit_entry_pkey")
                    .message()
                    .doesNotContain(id.toString(), "Zhang San");
        }
    }
}
