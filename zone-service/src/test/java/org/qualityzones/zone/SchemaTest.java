package org.qualityzones.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("zone")
class SchemaTest {

    @Test
    void shouldIndexEveryForeignKey() throws SQLException {
        String unindexed = """
                select conrelid::regclass || '.' || conname from pg_constraint c
                where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
                  select 1 from pg_index i where i.indrelid = c.conrelid and i.indpred is null
                    and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] = c.conkey)""";
        List<String> found = new ArrayList<>();
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(unindexed)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void shouldNotLetTheServiceRewriteItsRecords() {
        String rewritable = """
                select count(*) from information_schema.table_privileges
                where table_name in ('zone_application_step', 'indicator', 'state_version', 'audit_entry')
                  and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and grantee like '%app%'""";
        assertThat(Database.number(rewritable)).isZero();
    }
}
