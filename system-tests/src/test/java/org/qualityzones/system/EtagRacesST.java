package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Comparison.Check;
import org.qualityzones.system.oracle.Comparison.Finding;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Many who read, change and write one resource with If-Match: one winner for each version, nobody's change is lost. */
@Tag("B2")
@Order(5)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class EtagRacesST {

    private final Client bureau;
    private final Profile profile = Profile.current();
    private final String uscc = CreditCode.random("330226");

    EtagRacesST(SuiteUnderTest suite) {
        this.bureau = new Callers(suite).as("BUREAU");
    }

    @Test
    void shouldHaveOneWinnerForEachVersion(CheckRun run) throws Exception {
        bureau.post("/api/v1/enterprises", Samples.enterprise(uscc)).expect(201);
        Answer product = bureau.post("/api/v1/enterprises/" + uscc + "/products", product("start"))
                .expect(201);
        String path = "/api/v1/enterprises/" + uscc + "/products/" + product.text("/id");
        assertThat(bureau.put(path, product("no header")).status()).isEqualTo(428);

        Map<String, AtomicInteger> winners = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < profile.etagClients(); i++) {
                running.add(threads.submit(() -> race(path, winners)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        run.runs(profile.etagClients() * profile.etagRounds());
        List<Finding> findings = findings(
                winners, bureau.get(path).expect(200).json().path("version").asInt());
        run.found(findings);
        assertThat(findings).isEmpty();
        assertThat(bureau.put(path, product("stale"), "If-Match", product.header("ETag"))
                        .status())
                .isEqualTo(412);
    }

    /** Versions that were changed by more than one, and changes that were confirmed and made no version. */
    private static List<Finding> findings(Map<String, AtomicInteger> winners, int version) {
        List<String> won = winners.entrySet().stream()
                .flatMap(one -> Collections.nCopies(one.getValue().get(), one.getKey()).stream())
                .toList();
        List<Finding> findings = new ArrayList<>(Comparison.differences(Check.STATES, winners.keySet(), won));
        findings.addAll(Comparison.differences(
                Check.STATES, Collections.nCopies(1 + won.size(), "version"), Collections.nCopies(version, "version")));
        return findings;
    }

    private void race(String path, Map<String, AtomicInteger> winners) {
        for (int i = 0; i < profile.etagRounds(); i++) {
            String read = bureau.get(path).expect(200).header("ETag");
            Answer written = bureau.put(path, product("round " + i), "If-Match", read);
            if (written.status() == 200) {
                winners.computeIfAbsent(read, _ -> new AtomicInteger()).incrementAndGet();
            } else {
                assertThat(written.status()).as(written.toString()).isEqualTo(412);
            }
        }
    }

    private static ObjectNode product(String name) {
        return Json.object("{'hsCode': '9608100000', 'name': {'en': '%s'}}".formatted(name));
    }
}
