package org.qualityzones.impact;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.Zone;
import org.qualityzones.ruleset.Outcome;

/**
 * Counts decisions as they come by; what it keeps does not grow with their number. Written as JSON whenever the work may be
 * taken up by another process, so all its state is in its fields.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class ImpactTally {

    SortedMap<String, Long> outcomes = new TreeMap<>();
    SortedMap<String, SortedMap<String, Long>> byZone = new TreeMap<>();
    SortedMap<String, SortedMap<String, Long>> byChapter = new TreeMap<>();
    SortedMap<String, SortedMap<String, Long>> byClass = new TreeMap<>();
    long decisions;
    long unreadable;
    long changed;
    long listed;
    long verifyBefore;
    long verifyAfter;
    long sampleBefore;
    long sampleAfter;
    long fullBefore;
    long fullAfter;
    long missed;
    long judged;
    long rejected;
    long newlyInspected;

    /** A decision whose facts or outcome cannot be read. */
    void unreadable() {
        unreadable++;
    }

    /** @param current null for a decision that was made again since, whose lot counts with the later one */
    void add(Facts facts, Prediction prediction, Lot current) {
        decisions++;
        outcomes.merge(prediction.move(), 1L, Long::sum);
        if (current != null) {
            addLot(prediction, current);
        }
        if (!prediction.changes()) {
            return;
        }
        changed++;
        if (facts.zones().isEmpty()) {
            count(byZone, "none", prediction);
        }
        facts.zones().stream().map(Zone::code).forEach(zone -> count(byZone, zone, prediction));
        String hsCode = facts.line().hsCode();
        count(byChapter, hsCode.length() < 2 ? "none" : hsCode.substring(0, 2), prediction);
        count(byClass, facts.producer().producerClass().name(), prediction);
    }

    /** What the inspection of a lot came to. */
    enum Lot {
        NOT_JUDGED,
        ACCEPTED,
        REJECTED
    }

    private void addLot(Prediction prediction, Lot lot) {
        if (lot != Lot.NOT_JUDGED) {
            judged++;
            rejected += lot == Lot.REJECTED ? 1 : 0;
        }
        addWork(prediction);
        boolean inspectedBefore = prediction.before().inspected();
        boolean inspectedAfter = prediction.after().inspected();
        missed += lot == Lot.REJECTED && !inspectedAfter && prediction.after() != Outcome.HOLD ? 1 : 0;
        newlyInspected += inspectedAfter && !inspectedBefore && prediction.before() != Outcome.HOLD ? 1 : 0;
    }

    private void addWork(Prediction prediction) {
        verifyBefore += prediction.before() == Outcome.VERIFY ? 1 : 0;
        verifyAfter += prediction.after() == Outcome.VERIFY ? 1 : 0;
        sampleBefore += prediction.before() == Outcome.SAMPLE ? 1 : 0;
        sampleAfter += prediction.after() == Outcome.SAMPLE ? 1 : 0;
        fullBefore += prediction.before() == Outcome.FULL_INSPECTION ? 1 : 0;
        fullAfter += prediction.after() == Outcome.FULL_INSPECTION ? 1 : 0;
    }

    private static void count(SortedMap<String, SortedMap<String, Long>> cells, String key, Prediction prediction) {
        cells.computeIfAbsent(key, _ -> new TreeMap<>()).merge(prediction.move(), 1L, Long::sum);
    }
}
