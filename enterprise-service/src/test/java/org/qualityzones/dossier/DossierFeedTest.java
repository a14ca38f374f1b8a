package org.qualityzones.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.enterprise.Scene;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventJson;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** Events that are entered into the quality files together. */
@QuarkusTest
@WithServers("enterprise")
class DossierFeedTest {

    private static final Instant AT = Instant.parse("2026-11-21T08:30:00.123456Z");

    @Inject
    DeclarationFeed feed;

    private final String declaration = "d-" + UUID.randomUUID();

    @BeforeEach
    void empty() {
        Database.truncate();
    }

    @Test
    void shouldEnterWhatOnePollGaveWithOneStatement() {
        List<Event> events = List.of(decided(1), decided(2), concerningNobody(3), decided(4), decided(5));

        QuarkusTransaction.requiringNew().run(() -> feed.on(events));

        assertThat(entries("CONSIGNOR")).isEqualTo("CONSIGNOR 1,CONSIGNOR 2,CONSIGNOR 4,CONSIGNOR 5");
        assertThat(entries("PRODUCER")).isEqualTo("PRODUCER 1,PRODUCER 2,PRODUCER 4,PRODUCER 5");
        assertThat(Database.number("select count(distinct cmin::text) " + mine()))
                .isEqualTo(1);
        assertThat(Database.text("select summary ->> 'status' " + mine() + " and version = 5 and part = 'PRODUCER'"))
                .isEqualTo("DECIDED");
        assertThat(Database.number("select count(*) " + mine() + " and recorded_at = '" + AT + "'"))
                .isEqualTo(8);
    }

    @Test
    void shouldEnterNothingOfEventsThatConcernNobody() {
        QuarkusTransaction.requiringNew().run(() -> feed.on(List.of(concerningNobody(1), concerningNobody(2))));

        assertThat(Database.number("select count(*) " + mine())).isZero();
    }

    @Test
    void shouldEnterOneEvent() {
        QuarkusTransaction.requiringNew().run(() -> feed.on(decided(1)));

        assertThat(entries("PRODUCER")).isEqualTo("PRODUCER 1");
    }

    private String entries(String part) {
        return Database.text("select string_agg(part || ' ' || version, ',' order by version) " + mine()
                + " and part = '" + part + "'");
    }

    private String mine() {
        return "from dossier_entry where subject = '" + declaration + "'";
    }

    private Event decided(long version) {
        return event(
                version,
                EventJson.tree(Map.of(
                        "status",
                        "DECIDED",
                        "consignor",
                        Scene.YUNHE,
                        "lines",
                        List.of(Map.of("lineNo", 1, "producer", Scene.NINGHAI)))));
    }

    private Event concerningNobody(long version) {
        return event(version, EventJson.tree(Map.of("status", "DRAFT")));
    }

    private Event event(long version, JsonNode state) {
        return new Event(
                UUID.randomUUID().toString(),
                "org.qualityzones.declaration.decided.v1",
                "qz.declaration",
                declaration,
                version,
                AT,
                AT,
                "r",
                null,
                EventJson.parse("{}"),
                state);
    }
}
