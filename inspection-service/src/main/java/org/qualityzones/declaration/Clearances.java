package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.ruleset.Outcome;

/** Gives out clearances with their numbers and terms. */
@ApplicationScoped
class Clearances {

    private final Numbers numbers;
    private final DeclarationConfig config;

    Clearances(Numbers numbers, DeclarationConfig config) {
        this.numbers = numbers;
        this.config = config;
    }

    /** What a decision alone comes to: cleared at once, refused until lifted, or to be seen. */
    Clearance of(Outcome outcome, Instant now) {
        return of(List.of(outcome), series(1, now), now).getFirst();
    }

    /** The same of several decisions, in their order. */
    List<Clearance> of(List<Outcome> outcomes, Series series, Instant now) {
        series.need((int) outcomes.stream().filter(Clearances::clears).count());
        return outcomes.stream()
                .map(outcome -> switch (outcome) {
                    case EXEMPT, RELEASE -> cleared("decision", series.next(), now);
                    case VERIFY, SAMPLE, FULL_INSPECTION -> Clearance.pending(now);
                    case HOLD -> Clearance.refused(now, "decision");
                })
                .toList();
    }

    /** Numbers for several declarations. @param atOnce how many to take whenever some are needed, at least */
    Series series(int atOnce, Instant now) {
        return new Series(ShanghaiDays.of(now).getYear(), atOnce);
    }

    /** Numbers taken together. Not for concurrent use. */
    final class Series {

        private final Queue<String> taken = new ArrayDeque<>();
        private final int year;
        private final int atOnce;

        private Series(int year, int atOnce) {
            this.year = year;
            this.atOnce = atOnce;
        }

        private void need(int count) {
            int missing = count - taken.size();
            if (missing > 0) {
                taken.addAll(numbers.nextClearances(year, Math.max(missing, atOnce)));
            }
        }

        private String next() {
            return taken.remove();
        }
    }

    private static boolean clears(Outcome outcome) {
        return outcome == Outcome.EXEMPT || outcome == Outcome.RELEASE;
    }

    /** What two persons' decision comes to. */
    Clearance overridden(Outcome outcome, Instant now) {
        return switch (outcome) {
            case EXEMPT, RELEASE -> cleared("override", now);
            case VERIFY, SAMPLE, FULL_INSPECTION -> Clearance.pending(now);
            case HOLD -> Clearance.refused(now, "override");
        };
    }

    Clearance cleared(String basis, Instant now) {
        return cleared(
                basis, numbers.nextClearances(ShanghaiDays.of(now).getYear(), 1).getFirst(), now);
    }

    private Clearance cleared(String basis, String number, Instant now) {
        return Clearance.cleared(number, now, now.plus(Duration.ofDays(config.clearanceDays())), basis);
    }
}
