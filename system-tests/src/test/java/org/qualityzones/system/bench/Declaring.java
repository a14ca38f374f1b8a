package org.qualityzones.system.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.qualityzones.system.bench.harness.Bench;
import org.qualityzones.system.bench.harness.Load;
import org.qualityzones.system.bench.harness.Report;
import org.qualityzones.system.bench.harness.Wire;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Samples;

/** Declarations of one line by many enterprises, filed at a bureau's counter. */
final class Declaring {

    private static final int ENTERPRISES = 64;
    private static final long MOST_LOTS = 1L << 53;
    private static final int MOST_WINDOWS = 36;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Rates still rise after three minutes: that long the compilers are at work. */
    private static final Duration LEAST = Duration.ofMinutes(4);

    private static final double STEADY = 0.10;

    private final Bench bench;
    private final List<String> enterprises = new ArrayList<>();
    private final String shipment =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10).toString();

    Declaring(Bench bench) {
        this.bench = bench;
        Client bureau = bench.callers().as("BUREAU");
        for (int i = 0; i < ENTERPRISES; i++) {
            String uscc = CreditCode.random("330226");
            bureau.post("/api/v1/enterprises", Samples.enterprise(uscc)).expect(201);
            enterprises.add(uscc);
        }
        bench.pause(Duration.ofSeconds(2));
    }

    /** The load of all of them in turn; one that begins anew begins with the first. */
    Load load() {
        URI gateway = URI.create(bench.suite().gateway());
        return new Load(gateway, n -> request(gateway, n));
    }

    List<String> enterprises() {
        return List.copyOf(enterprises);
    }

    String first() {
        return enterprises.getFirst();
    }

    /** Files one of the first enterprise. */
    void ofFirst() {
        Load.Outcome outcome = load().open(1, 1, Duration.ofSeconds(1));
        if (outcome.failed() > 0) {
            throw new IllegalStateException("A declaration is not accepted: " + outcome.statuses());
        }
    }

    /** Under load for four minutes (as the effort says where it is quick), and until two windows in a row differ little. */
    void warmUp(Report report) {
        boolean quick = bench.effort().quick();
        Duration least = quick ? bench.effort().warmUp() : LEAST;
        Duration window = quick ? least.dividedBy(2).plus(SHORTEST) : WINDOW;
        long begun = System.nanoTime();
        double before = 0;
        double rate = 0;
        boolean settled = false;
        for (int i = 0; i < (quick ? 3 : MOST_WINDOWS) && !settled; i++) {
            Load.Outcome outcome = load().closed(DeclareBench.CONNECTIONS, window);
            before = rate;
            rate = outcome.perSecond();
            bench.progress("warming up: %.0f/s, not 2xx %d".formatted(rate, outcome.failed()));
            settled = System.nanoTime() - begun >= least.toNanos() && Math.abs(rate - before) < STEADY * before;
        }
        if (!settled) {
            report.untrusted("the rate did not settle while warming up: %.0f/s, then %.0f/s".formatted(before, rate));
        }
        report.measurement("declare.warm-up")
                .put("perSecond", rate)
                .put("seconds", (System.nanoTime() - begun) / 1e9)
                .put("settled", settled);
    }

    byte[] request(URI gateway, long n) {
        String uscc = enterprises.get((int) (n % enterprises.size()));
        String body = "{\"consignor\":\"" + uscc
                + "\",\"destination\":\"DE\",\"purpose\":\"GENERAL_TRADE\",\"certificateRequested\":true,\"shipmentDate\":\""
                + shipment + "\",\"lines\":[{\"lineNo\":1,\"hsCode\":\"9608100000\",\"product\":\"ball point pens\","
                + "\"quantity\":{\"value\":\"50000\",\"unit\":\"H87\"},\"value\":{\"amount\":\"12500.00\",\"currency\":\"USD\"},"
                + "\"lotNo\":\""
                + String.format("B%020d", ThreadLocalRandom.current().nextLong(MOST_LOTS)) + "\"}]}";
        return Wire.request(
                gateway,
                "POST",
                "/api/v1/declarations",
                bench.callers().token("BUREAU"),
                "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                body.getBytes(StandardCharsets.UTF_8));
    }
}
