package org.qualityzones.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** Rows of a job are kept and counted once, however they are reported. */
@QuarkusTest
@WithServers(value = "sample", kafka = false)
class JobTableTest {

    private static final JobRow CREATED = new JobRow(1, "created", "a", null, List.of());
    private static final JobRow REMARKED =
            new JobRow(2, "unchanged", "b", null, List.of("PLAIN", "with \"quotes\", \\ and {braces}", ""));
    private static final JobRow REFUSED = new JobRow(3, "refused", null, "{\"status\":422}", List.of());

    private final UUID id = UUID.randomUUID();

    @Inject
    JobTable table;

    @BeforeEach
    void begin() {
        Database.truncate();
        table.insert(id, "sample-import", "somebody");
    }

    @Test
    void shouldKeepSeveralRowsAsTheyWereReported() {
        table.addRows(id, List.of(CREATED, REMARKED, REFUSED));

        assertThat(table.rows(id, 0, 10)).containsExactly(CREATED, REMARKED, REFUSED);
        assertThat(done()).isEqualTo(3);
    }

    @Test
    void shouldCountARowOnceThatIsReportedAgain() {
        table.addRow(id, CREATED);
        table.addRows(id, List.of(new JobRow(1, "unchanged", "a", null, List.of()), REMARKED));
        table.addRows(id, List.of(REMARKED, REFUSED));

        assertThat(table.rows(id, 0, 10)).containsExactly(CREATED, REMARKED, REFUSED);
        assertThat(done()).isEqualTo(3);
    }

    @Test
    void shouldSayWhetherTheJobIsToBeCancelled() {
        assertThat(table.addRows(id, List.of(CREATED))).isFalse();
        table.cancel(id);
        assertThat(table.addRows(id, List.of(REMARKED))).isTrue();
    }

    private long done() {
        return table.find(id).orElseThrow().job().progress().done();
    }
}
