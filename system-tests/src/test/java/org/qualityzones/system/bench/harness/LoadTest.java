package org.qualityzones.system.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Duration SPAN = Duration.ofMillis(200);

    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private volatile Answering answering = (exchange, number) -> answer(exchange, 201, "{}");

    private interface Answering {

        void answer(HttpExchange exchange, int number) throws IOException;
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                answering.answer(exchange, asked.incrementAndGet());
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void anOpenLoopSendsWhatFallsDueAndNoMore() {
        Load.Outcome outcome = load().open(100, 4, SPAN);

        assertThat(asked).hasValue(20);
        assertThat(outcome.statuses()).isEqualTo(Map.of(201, 20L));
        assertThat(outcome.latency().getTotalCount()).isEqualTo(20);
        assertThat(outcome.failed()).isZero();
    }

    /** One stalled answer delays all that fall due behind it: a driver that times from the sending would show one. */
    @Test
    void anOpenLoopTimesFromWhenARequestWasDue() {
        Duration stall = Duration.ofMillis(400);
        answering = (exchange, number) -> {
            if (number == 1) {
                await(stall);
            }
            answer(exchange, 200, "{}");
        };

        Load.Outcome outcome = load().open(100, 1, SPAN);

        assertThat(outcome.latency().getTotalCount()).isEqualTo(20);
        assertThat(outcome.latency().getMinValue())
                .isGreaterThan(stall.minus(SPAN).toNanos() / 1000);
    }

    @Test
    void aClosedLoopCountsEveryAnswerOnce() {
        Load.Outcome outcome = load().closed(3, SPAN);

        assertThat(outcome.statuses()).isEqualTo(Map.of(201, (long) asked.get()));
        assertThat(outcome.perSecond()).isPositive();
        assertThat(outcome.idle()).isBetween(0.0, 1.0);
    }

    @Test
    void refusalsAreCountedAndNotTimed() {
        Collection<Wire.Reply> replies = new ConcurrentLinkedQueue<>();
        answering = (exchange, number) -> {
            if (number % 2 == 0) {
                exchange.getResponseHeaders().add("Retry-After", "1");
                answer(exchange, 429, "{}");
            } else {
                answer(exchange, 201, "{}");
            }
        };

        Load.Outcome outcome =
                new Load(base(), this::request, (_, _, _, reply) -> replies.add(reply)).open(100, 1, SPAN);

        assertThat(outcome.statuses()).isEqualTo(Map.of(201, 10L, 429, 10L));
        assertThat(outcome.latency().getTotalCount()).isEqualTo(10);
        assertThat(outcome.failed()).isEqualTo(10);
        assertThat(replies).hasSize(20);
        assertThat(replies).allMatch(reply -> reply.retryAfter() == (reply.status() == 429));
    }

    @Test
    void aConnectionThatIsCutIsNoAnswerAndTheNextRequestConnectsAgain() {
        answering = (exchange, number) -> {
            if (number > 1) {
                answer(exchange, 201, "{}");
            }
        };

        Load.Outcome outcome = load().open(100, 1, SPAN);

        assertThat(outcome.statuses()).isEqualTo(Map.of(0, 1L, 201, 19L));
    }

    @Test
    void aBodyInChunksIsReadToItsEnd() {
        answering = (exchange, number) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("x".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        };

        assertThat(load().open(50, 1, SPAN).statuses()).isEqualTo(Map.of(200, 10L));
    }

    @Test
    void onlyThisMachineIsDriven() {
        Wire wire = new Wire(URI.create("http://192.0.2.1:80"));

        assertThatThrownBy(() -> wire.exchange(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private Load load() {
        return new Load(base(), this::request);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private byte[] request(long number) {
        byte[] body = ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8);
        return Wire.request(base(), "POST", "/things", "token", "X-Number: " + number + "\r\n", body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void await(Duration stall) throws IOException {
        try {
            if (new CountDownLatch(1).await(stall.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("Nobody counts it down");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
