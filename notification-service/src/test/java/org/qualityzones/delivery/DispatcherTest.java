package org.qualityzones.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.channel.Channel;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.tracing.Tracing;
import org.qualityzones.trial.Receiver;

/** Dispatchers of its own, which nobody calls but the test; an hour stands for never. */
@QuarkusTest
@WithServers("notification")
@TestProfile(DispatcherOff.class)
class DispatcherTest {

    private final Receiver receiver = new Receiver();
    private Dispatcher dispatcher;

    @Inject
    Claims claims;

    @Inject
    DeliveryWork work;

    @Inject
    @All
    List<Channel> channels;

    @Inject
    Clock clock;

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @AfterEach
    void close() throws InterruptedException {
        if (dispatcher != null) {
            dispatcher.stop(new ShutdownEvent());
        }
        receiver.close();
    }

    @Test
    void shouldSendWhatComesAloneAtOnceAndKeepToThePaceAfterIt() throws Exception {
        Planned planned = Planned.at(receiver.url("/"));
        start("1h", 8, 8);
        planned.due(1);
        dispatcher.call();
        await().atMost(60, SECONDS).until(() -> planned.count("outcome = 'DELIVERED'") == 1);

        planned.due(3);
        for (int i = 0; i < 100; i++) {
            dispatcher.call();
        }
        dispatcher.stop(new ShutdownEvent());

        assertThat(planned.count("outcome = 'PENDING' and claim is null"))
                .as("left to the pace, which the stop does not wait for")
                .isEqualTo(3);
    }

    @Test
    void shouldNotLetThePaceHoldUpTargetsWhoseShareIsFreeAgain() {
        Planned first = Planned.at(receiver.url("/first")).due(20);

        start("1h", 100, 3);

        await().atMost(60, SECONDS).until(() -> first.count("outcome = 'DELIVERED'") == 20);
    }

    @Test
    void shouldNotLetThePaceHoldUpWhatAllPlacesInWorkLeft() {
        Planned first = Planned.at(receiver.url("/first")).due(20);

        start("1h", 3, 100);

        await().atMost(60, SECONDS).until(() -> first.count("outcome = 'DELIVERED'") == 20);
    }

    @Test
    void shouldSendWhatIsDueBehindALongRowForAnotherTarget() {
        try (Receiver hanging = new Receiver()) {
            CountDownLatch end = new CountDownLatch(1);
            hanging.otherwise(exchange -> awaitZero(end));
            Planned.at(hanging.url("/")).due(2 * Claims.WINDOW);
            Planned behind = Planned.at(receiver.url("/")).due(1);

            start("1h", 100, 2);

            await().atMost(60, SECONDS).until(() -> behind.count("outcome = 'DELIVERED'") == 1);
            end.countDown();
        }
    }

    @Test
    void shouldEndWhatIsInWorkBeforeItStops() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        receiver.otherwise(exchange -> {
            awaitZero(answer);
            exchange.sendResponseHeaders(204, -1);
        });
        Planned planned = Planned.at(receiver.url("/")).due(5);
        start("15ms", 100, 3);
        await().atMost(60, SECONDS).until(() -> receiver.messages().size() == 3);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stop(dispatcher));
        await().atMost(60, SECONDS).until(() -> !dispatcher.running());
        answer.countDown();
        stop.get(60, SECONDS);

        assertThat(planned.count("outcome = 'DELIVERED' and claim is null")).isEqualTo(3);
        assertThat(Database.number("select count(*) from delivery_attempt")).isEqualTo(3);
        assertThat(planned.count("outcome = 'PENDING' and claim is null")).isEqualTo(2);
    }

    @Test
    void shouldLeaveToItsLeaseOnlyWhatCannotBeSigned() {
        Planned spoilt = Planned.at(receiver.url("/spoilt")).due(2);
        Planned whole = Planned.at(receiver.url("/whole")).due(2);
        Database.execute("update subscription_key set sealed = '\\x00' where subscription_id = '" + spoilt.id() + "'");

        start("15ms", 100, 100);

        await().atMost(60, SECONDS).until(() -> whole.count("outcome = 'DELIVERED'") == 2);
        await().atMost(60, SECONDS).until(() -> spoilt.count("outcome = 'PENDING' and claim is not null") == 2);
        assertThat(receiver.messages()).extracting(Receiver.Message::path).containsOnly("/whole");
    }

    private void start(String pace, int maxInFlight, int maxPerTarget) {
        DeliveryConfig config = new SmallRyeConfigBuilder()
                .withMapping(DeliveryConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "qz.delivery.pace",
                                pace,
                                "qz.delivery.poll",
                                "1h",
                                "qz.delivery.max-in-flight",
                                Integer.toString(maxInFlight),
                                "qz.delivery.max-per-target",
                                Integer.toString(maxPerTarget)),
                        "test"))
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(DeliveryConfig.class);
        dispatcher = new Dispatcher(claims, work, channels, config, clock, new SimpleMeterRegistry(), Tracing.off());
        dispatcher.start(new StartupEvent());
    }

    private static void stop(Dispatcher dispatcher) {
        try {
            dispatcher.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
