package org.qualityzones.system.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.qualityzones.system.oracle.Comparison.Finding;

/**
 * Looks again until nothing is found. What the last look found is handed over also where it takes too long, so that a check
 * that fails tells what is lost; it looks once at least.
 *
 * @param longest until it fails
 */
public record Looking(Duration longest, Consumer<List<Finding>> found) {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int SHOWN = 3;

    public void untilNothing(String what, Supplier<List<Finding>> look) {
        AtomicReference<List<Finding>> last = new AtomicReference<>();
        try {
            await(what)
                    .atMost(longest)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    .pollInSameThread()
                    .untilAsserted(() -> {
                        List<Finding> findings = look.get();
                        last.set(findings);
                        findings.stream().limit(SHOWN).forEach(one -> System.out.println("Not whole yet: " + one));
                        assertThat(findings).as(what).isEmpty();
                    });
        } finally {
            if (last.get() != null) {
                found.accept(last.get());
            }
        }
    }
}
