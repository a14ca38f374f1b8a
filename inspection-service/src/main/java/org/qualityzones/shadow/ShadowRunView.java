package org.qualityzones.shadow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft beside the live rule set. Its counters follow the decisions within seconds.
 *
 * @param digest of the document that runs
 * @param from decisions made at or after count
 * @param until decisions made before count; null while it runs
 * @param decisions that were decided by the draft too
 * @param divergences of which the outcome differs
 * @param failed decisions that the draft failed on; the service's log says why
 * @param skipped decisions that came faster than the draft decides; a run with some is not complete
 * @param outcomes number of decisions by {@code BEFORE→AFTER}, unchanged ones included
 */
@Schema(name = "ShadowRun")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ShadowRunView(
        UUID id,
        String ruleSet,
        String digest,
        ShadowRun.Status status,
        Instant startedAt,
        Instant from,
        Instant until,
        long decisions,
        long divergences,
        long failed,
        long skipped,
        SortedMap<String, Long> outcomes) {

    static ShadowRunView of(ShadowRun run, SortedMap<String, Long> counts) {
        SortedMap<String, Long> outcomes = new TreeMap<>(counts);
        Long failed = outcomes.remove(ShadowQueue.FAILED);
        Long skipped = outcomes.remove(ShadowQueue.SKIPPED);
        long decisions = outcomes.values().stream().mapToLong(Long::longValue).sum();
        long same = outcomes.entrySet().stream()
                .filter(entry -> isSame(entry.getKey()))
                .mapToLong(entry -> entry.getValue())
                .sum();
        return new ShadowRunView(
                run.id(),
                run.ruleSet(),
                run.digest(),
                run.status(),
                run.startedAt(),
                run.from(),
                run.until(),
                decisions,
                decisions - same,
                failed == null ? 0 : failed,
                skipped == null ? 0 : skipped,
                outcomes);
    }

    private static boolean isSame(String move) {
        int arrow = move.indexOf('→');
        return move.substring(0, arrow).equals(move.substring(arrow + 1));
    }
}
