package org.qualityzones.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventJson;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Events;
import org.qualityzones.trial.Usccs;

/** Events that are taken in together. */
@QuarkusTest
@WithServers("notification")
class FeedIntakeTest {

    private static final String WARNED = "org.qualityzones.risk-warning.issued.v1";

    @Inject
    FeedIntake intake;

    @Inject
    Feed feed;

    @Inject
    StateVersions copies;

    private long start;

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
        start = feed.head();
    }

    @Test
    void shouldGiveEventsTheirPlacesInOrderWithOneStatement() {
        String uscc = Usccs.in("330226");
        List<Event> events = List.of(
                Events.of("qz.risk-warning", WARNED, "w-1", """
                        {"level":2,"scope":{"hsPrefix":"9503","uscc":"%s"},"zone":"ninghai-stationery"}""".formatted(uscc)),
                Events.of("qz.rule-set", "org.qualityzones.rule-set.published.v1", "2026.1", "{}"),
                Events.of("qz.declaration", "org.qualityzones.declaration.decided.v1", "d-1", """
                        {"placeOfProduction":"331125","lines":[{"hsCode":"9608100000"},{"hsCode":"9503004100"}]}"""));

        take(events);

        List<FeedEvent> found = feed.range(start, start + 10);
        assertThat(found).extracting(FeedEvent::position).containsExactly(start + 1, start + 2, start + 3);
        assertThat(feed.head()).isEqualTo(start + 3);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            FeedEvent entry = found.get(i);
            assertThat(entry.id()).isEqualTo(event.id());
            assertThat(entry.type()).isEqualTo(event.type());
            assertThat(entry.topic()).isEqualTo(event.topic());
            assertThat(entry.subject()).isEqualTo(event.key());
            assertThat(entry.version()).isEqualTo(event.version());
            assertThat(entry.validFrom()).isEqualTo(event.validFrom());
            assertThat(entry.recordedAt()).isEqualTo(event.recordedAt());
            assertThat(entry.requestId()).isEqualTo(event.requestId());
            assertThat(entry.traceparent()).isEqualTo(event.traceparent());
            assertThat(entry.change()).isEqualTo(event.change());
            assertThat(entry.audience()).isEmpty();
        }
        assertThat(found)
                .extracting(FeedEvent::keys)
                .containsExactly(
                        new FeedKeys(
                                List.of(uscc),
                                List.of("ninghai-stationery"),
                                List.of("330226"),
                                List.of("9503"),
                                Severity.ofWarningLevel(2)),
                        FeedKeys.NONE,
                        new FeedKeys(
                                List.of(),
                                List.of(),
                                List.of("331125"),
                                List.of("9503004100", "9608100000"),
                                Optional.empty()));
        assertThat(Database.number("select count(distinct cmin::text) from feed"))
                .isEqualTo(1);
    }

    @Test
    void shouldTakeAreasFromOwnersAndElseFromTheCode() {
        String moved = Usccs.in("110101");
        String unknown = Usccs.in("330203");
        Instant at = Instant.parse("2026-11-21T08:00:00Z");
        QuarkusTransaction.requiringNew()
                .run(() -> copies.append(
                        "enterprise",
                        moved,
                        1,
                        at,
                        at,
                        EventJson.parse("{\"uscc\":\"" + moved + "\",\"areaCode\":\"330226\",\"version\":1}")));

        take(List.of(
                certificate(moved),
                certificate(unknown),
                Events.of(
                        "qz.certificate", "org.qualityzones.certificate.issued.v1", "C", """
                        {"uscc":"%s","agent":"%s"}""".formatted(moved, unknown)),
                Events.of("qz.certificate", "org.qualityzones.certificate.issued.v1", "C", """
                        {"uscc":"%s","areaCode":"440305"}""".formatted(moved))));

        assertThat(feed.range(start, start + 10))
                .extracting(event -> event.keys().areas())
                .containsExactly(List.of("330226"), List.of("330203"), List.of("330203", "330226"), List.of("440305"));
    }

    @Test
    void shouldLeaveOutALargeChangeOnly() {
        String large = "{\"text\":\"" + "x".repeat(16_384) + "\"}";
        String small = "{\"text\":\"quoted \\\"}, back\\\\slash, 宁海\"}";

        take(List.of(Events.of("qz.rule-set", "t", "1", large, "{}"), Events.of("qz.rule-set", "t", "2", small, "{}")));

        assertThat(feed.range(start, start + 10))
                .extracting(FeedEvent::change)
                .containsExactly(EventJson.parse("{}"), EventJson.parse(small));
    }

    @Test
    void shouldKeepListsWhateverTheyHold() {
        List<String> odd = List.of("", "a,b", "{c}", "d\"e", "f\\g", "NULL", "\\\"");
        FeedEvent event = FeedEvents.about("t", FeedEvents.keys(odd, List.of(), List.of("9503")));

        QuarkusTransaction.requiringNew().run(() -> feed.append(List.of(event), Instant.parse("2026-11-21T08:00:00Z")));

        assertThat(feed.range(start, start + 1).getFirst().keys()).isEqualTo(event.keys());
    }

    @Test
    void shouldTakeInAllOrNothing() {
        Event event = certificate(Usccs.in("330226"));

        assertThatThrownBy(() -> take(List.of(certificate(Usccs.in("330226")), event, event)))
                .hasStackTraceContaining("feed_event_id_key");
        assertThat(feed.head()).isEqualTo(start);
        take(LongStream.range(0, 60)
                .mapToObj(_ -> certificate(Usccs.in("330226")))
                .toList());

        assertThat(feed.range(start, start + 100))
                .extracting(FeedEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(start + 1, start + 60).boxed().toList());
    }

    @Test
    void shouldTellOneOwner() {
        UUID subject = UUID.randomUUID();

        QuarkusTransaction.requiringNew()
                .run(() -> intake.tell("owner", "t", subject, 2, EventJson.parse("{\"a\":1}")));

        FeedEvent told = feed.range(start, start + 1).getFirst();
        assertThat(told.audience()).contains("owner");
        assertThat(told.subject()).isEqualTo(subject.toString());
        assertThat(told.keys()).isEqualTo(FeedKeys.NONE);
        assertThat(told.requestId()).isNull();
    }

    private void take(List<Event> events) {
        QuarkusTransaction.requiringNew().run(() -> intake.take(events));
    }

    private static Event certificate(String uscc) {
        return Events.of(
                "qz.certificate", "org.qualityzones.certificate.issued.v1", "C", "{\"uscc\":\"" + uscc + "\"}");
    }
}
