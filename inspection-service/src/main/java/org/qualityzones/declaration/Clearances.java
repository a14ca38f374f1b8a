package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
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
        return of(List.of(outcome), now).getFirst();
    }

    /** The same of several decisions, in their order. */
    List<Clearance> of(List<Outcome> outcomes, Instant now) {
        int cleared = (int) outcomes.stream().filter(Clearances::clears).count();
        Iterator<String> given =
                numbers.nextClearances(ShanghaiDays.of(now).getYear(), cleared).iterator();
        return outcomes.stream()
                .map(outcome -> switch (outcome) {
                    case EXEMPT, RELEASE -> cleared("decision", given.next(), now);
                    case VERIFY, SAMPLE, FULL_INSPECTION -> Clearance.pending(now);
                    case HOLD -> Clearance.refused(now, "decision");
                })
                .toList();
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
