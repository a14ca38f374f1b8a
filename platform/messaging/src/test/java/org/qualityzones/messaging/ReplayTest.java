package org.qualityzones.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/** Whatever is sent again, by whom and in which order, the effects stay those of each event once. */
@QuarkusTest
@WithServers("inspection")
class ReplayTest {

    private static final int KEYS = 20;
    private static final long VERSIONS = 10;

    @Inject
    Inbox inbox;

    @Inject
    Effects effects;

    @Inject
    ZoneFacts facts;

    @Inject
    DeclarationActs acts;

    @Inject
    SimpleMeterRegistry meters;

    private String run;

    @BeforeEach
    void newKeys() {
        run = "run-" + UUID.randomUUID() + "-";
    }

    @Test
    void shouldKeepItsStateWhenEventsComeUpToFiveTimesAndAreReplayedFromTheStart() {
        Random random = new Random(20261121);
        List<Records> events = events();
        for (Records event : events) {
            inbox.receive(acts, event.record());
            inbox.receive(facts, zoneOf(event).record());
        }
        String before = digest();
        double duplicatesBefore = duplicates();

        List<Records> copies = new ArrayList<>();
        events.forEach(event -> copies.addAll(Collections.nCopies(1 + random.nextInt(5), event)));
        Collections.shuffle(copies, random);
        copies.forEach(event -> inbox.receive(acts, event.again().record()));
        events.forEach(event -> inbox.receive(acts, event.record()));

        assertThat(digest()).isEqualTo(before);
        assertThat(duplicates() - duplicatesBefore).isEqualTo(copies.size() + events.size());
    }

    @Test
    void shouldEndAtTheNewestVersionWhateverOrderFactsArriveIn() {
        List<Records> events = new ArrayList<>(events());
        Collections.shuffle(events, new Random(20261121));

        events.forEach(event -> inbox.receive(facts, zoneOf(event).record()));

        keys().forEach(key -> {
            List<Long> applied = effects.of(ZoneFacts.NAME, key);
            assertThat(applied).isSorted().last().isEqualTo(VERSIONS);
        });
    }

    /** As during a rebalance, when the old owner of a partition still works on what it has fetched. */
    @Test
    void shouldHaveEachEffectOnceInOrderWhenTwoInstancesWorkOnTheSameRecords() throws Exception {
        List<ConsumerRecord<String, byte[]>> records =
                events().stream().map(Records::record).toList();
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(
                            i -> instances.submit(() -> records.forEach(record -> inbox.receive(acts, record))))
                    .toList();
            for (Future<?> one : both) {
                one.get();
            }
        }

        keys().forEach(key -> assertThat(effects.of(DeclarationActs.NAME, key))
                .isEqualTo(LongStream.rangeClosed(1, VERSIONS).boxed().toList()));
    }

    /** Every version of every key, in turn. */
    private List<Records> events() {
        return LongStream.rangeClosed(1, VERSIONS)
                .boxed()
                .flatMap(version -> keys().stream().map(key -> Records.declaration(key, version)))
                .toList();
    }

    private static Records zoneOf(Records event) {
        return Records.zone(
                event.key(), Long.parseLong(new String(event.headers().get(CloudEvents.SEQUENCE), UTF_8)));
    }

    private List<String> keys() {
        return IntStream.range(0, KEYS).mapToObj(i -> run + i).toList();
    }

    private String digest() {
        return Long.toString(Database.number("""
                select hashtextextended(string_agg(consumer || key || version, ',' order by sequence), 0)
                from effect where key like '%s%%'""".formatted(run))) + Database.number("""
                select hashtextextended(string_agg(key || version || state, ',' order by key, version), 0)
                from state_version where key like '%s%%'""".formatted(run));
    }

    private double duplicates() {
        var counter = meters.find("qz.inbox.events")
                .tags("consumer", DeclarationActs.NAME, "outcome", "duplicate")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
