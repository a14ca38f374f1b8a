package org.qualityzones.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.LocalizedText;
import org.qualityzones.contracts.MembershipState;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("inspection")
class StateVersionsTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    StateVersions versions;

    private String key;

    @BeforeEach
    void newKey() {
        key = "key-" + UUID.randomUUID();
    }

    @Test
    void shouldAnswerWhatWasInForceAsFarAsItWasKnown() {
        append(1, JANUARY, "cultivating");
        append(2, DECEMBER, "graded from December");
        append(3, MARCH, "corrected: graded since March");
        learned(1, JANUARY);
        learned(2, MARCH);
        learned(3, JUNE);

        assertThat(at(JANUARY.minusSeconds(1), FOREVER)).isEmpty();
        assertThat(at(MARCH, MARCH)).contains("cultivating");
        assertThat(at(MARCH, JUNE)).contains("corrected: graded since March");
        assertThat(at(MARCH.minusSeconds(1), FOREVER)).contains("cultivating");
        assertThat(at(DECEMBER, MARCH)).contains("graded from December");
        assertThat(at(DECEMBER, FOREVER)).contains("corrected: graded since March");
        assertThat(at(DECEMBER, JANUARY.minusSeconds(1))).isEmpty();
        assertThat(versions.latest("note", key)).map(StateVersion::version).contains(3L);
        assertThat(versions.latest("note", "nobody")).isEmpty();
    }

    @Test
    void shouldGiveTheRecordBackThatWasAppended() {
        MembershipState state = new MembershipState("id", "zone", "uscc", "ACTIVE", null, null, List.of(), 1);
        QuarkusTransaction.requiringNew().run(() -> versions.append("membership", key, 1, JANUARY, JANUARY, state));

        assertThat(versions.latest("membership", key).orElseThrow().state(MembershipState.class))
                .isEqualTo(state);
    }

    @Test
    void shouldTakeEachVersionOnce() {
        append(1, JANUARY, "first");

        assertThatThrownBy(() -> append(1, JANUARY, "again")).hasStackTraceContaining("state_version_pkey");
    }

    @Test
    void shouldLetNobodyChangeWhatIsRecorded() {
        assertThat(Database.number("""
                        select count(*) from information_schema.role_table_grants
                        where table_name = 'state_version' and grantee = 'inspection_app'
                        and privilege_type not in ('SELECT', 'INSERT')""")).isZero();
    }

    private void append(long version, Instant validFrom, String text) {
        QuarkusTransaction.requiringNew()
                .run(() -> versions.append("note", key, version, validFrom, JANUARY, new LocalizedText(null, text)));
    }

    private void learned(long version, Instant at) {
        Database.execute("update state_version set learned_at = '%s' where key = '%s' and version = %d"
                .formatted(at, key, version));
    }

    private Optional<String> at(Instant asOf, Instant knownAt) {
        return versions.at("note", key, asOf, knownAt)
                .map(version -> version.state(LocalizedText.class).en());
    }
}
