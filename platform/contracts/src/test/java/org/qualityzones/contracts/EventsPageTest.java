package org.qualityzones.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} says what the records are; {@code -Dupdate-snapshots} writes it anew. */
class EventsPageTest {

    private static final Path FILE =
            Path.of(System.getProperty("qz.root", "../..")).resolve("docs/events.md");

    @Test
    void shouldDescribeTheRecordsAsTheyAre() {
        String page = EventsPage.text();
        if (System.getProperty("update-snapshots") != null) {
            ContractJson.write(FILE, page);
        }
        assertThat(ContractJson.contentOf(FILE))
                .as("run: mvn -pl platform/contracts test -Dupdate-snapshots")
                .isEqualTo(page);
    }
}
