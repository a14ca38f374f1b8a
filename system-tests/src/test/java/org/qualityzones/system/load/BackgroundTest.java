package org.qualityzones.system.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qualityzones.system.oracle.Ledger;

/** What becomes of each declaration in the ledger. */
class BackgroundTest {

    private static final Rate RATE = new Rate(200, null);
    private static final int SOME = 5;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<String>> filed = new ConcurrentHashMap<>();
    private final List<String> read = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Ledger ledger;
    private volatile Answering answering = (exchange, attempt) -> answer(exchange, 201, "{\"id\":\"%s\"}");

    private interface Answering {

        void answer(HttpExchange exchange, int attempt) throws IOException;
    }

    @BeforeEach
    void serve() throws IOException {
        ledger = new Ledger(folder.resolve("ledger.log"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (exchange.getRequestMethod().equals("GET")) {
                    read.add(exchange.getRequestURI().getPath());
                    answer(exchange, 200, "{}");
                    return;
                }
                List<String> bodies = filed.computeIfAbsent(key(exchange), _ -> new ArrayList<>());
                bodies.add(body);
                answering.answer(exchange, bodies.size());
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
        ledger.close();
    }

    @Test
    void shouldFileOneDeclarationToFourReads() {
        Carried carried = carry();

        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.created().keySet()).isEqualTo(filed.keySet());
        assertThat(carried.declarations()).isEqualTo(filed.size());
        assertThat(carried.statuses()).containsOnlyKeys(200, 201);
        assertThat(carried.answered()).isEqualTo(carried.sent()).isEqualTo(filed.size() + read.size());
        assertThat(read.size() / (double) filed.size()).isBetween(2.5, 5.5);
        assertThat(read).contains("/api/v1/zones", "/api/v1/enterprises", "/api/v1/declarations");
    }

    @Test
    void shouldRepeatWhatNobodyAnsweredWithTheSameKeyAndBody() throws IOException {
        answering = (exchange, attempt) -> {
            if (attempt > 1) {
                answer(exchange, 201, "{\"id\":\"%s\"}");
            }
        };

        Carried carried = carry();

        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.created().keySet()).isEqualTo(filed.keySet());
        assertThat(filed.values())
                .allSatisfy(bodies -> assertThat(bodies).hasSize(2).allMatch(body -> body.equals(bodies.getFirst())));
        assertThat(carried.unknown()).isEqualTo(filed.size());
        assertThat(carried.refused()).isZero();
        assertThat(lines("unknown")).hasSize(filed.size());
        assertThat(lines("intent")).hasSize(2 * filed.size());
    }

    @Test
    void shouldNotRepeatWhatWasRefused() throws IOException {
        answering = (exchange, attempt) -> {
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, 503, "{}");
        };

        Carried carried = carry();

        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.created()).isEmpty();
        assertThat(filed.values()).allMatch(bodies -> bodies.size() == 1);
        assertThat(carried.refused()).isEqualTo(filed.size());
        assertThat(carried.unknown()).isZero();
        assertThat(lines("refused")).hasSize(filed.size());
    }

    /** The refusal is of the second call; whether the first had its effect stays open. */
    @Test
    void shouldAskOnAfterARefusalOfARepetition() {
        answering = (exchange, attempt) -> {
            if (attempt == 2) {
                exchange.getResponseHeaders().add("Retry-After", "1");
                answer(exchange, 503, "{}");
            } else if (attempt == 3) {
                answer(exchange, 201, "{\"id\":\"%s\"}");
            }
        };

        Carried carried = carry();

        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.created().keySet()).isEqualTo(filed.keySet());
        assertThat(carried.refused()).isZero();
    }

    @Test
    void shouldKnowThatNobodyHeardWhereNobodyListens() {
        server.stop(0);

        Background load = load();
        load.begin();
        await().until(() -> ledger.refusedCount() >= SOME);
        Carried carried = load.finish();

        assertThat(ledger.open()).isEmpty();
        assertThat(carried.statuses()).containsOnlyKeys(0);
        assertThat(carried.answered()).isZero();
        assertThat(carried.unknown()).isZero();
    }

    @Test
    void shouldFailForAnAnswerThatNoFaultExplains() {
        answering = (exchange, attempt) -> answer(exchange, 422, "{}");
        Background load = load();
        load.begin();
        await().until(() -> filed.size() >= SOME);

        assertThatIllegalStateException().isThrownBy(load::finish).withMessageContaining("422");
        assertThat(ledger.open()).isNotEmpty();
    }

    @Test
    void shouldFailWhereItBreaksItself() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Background load = load(_ -> {
            asked.countDown();
            throw new IllegalStateException("no such role");
        });
        load.begin();
        asked.await();

        assertThatIllegalStateException().isThrownBy(load::finish).withMessageContaining("no such role");
    }

    private Carried carry() {
        Background load = load();
        load.begin();
        await().until(() -> filed.size() >= SOME);
        return load.finish();
    }

    private Background load() {
        return load(role -> role);
    }

    private Background load(UnaryOperator<String> tokens) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Background(new Mix(base, "91330226TEST000001", tokens), ledger, RATE);
    }

    private List<String> lines(String kind) throws IOException {
        return Files.readAllLines(folder.resolve("ledger.log")).stream()
                .filter(line -> line.contains(" " + kind + " "))
                .toList();
    }

    private static String key(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Idempotency-Key");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.formatted(key(exchange)).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
