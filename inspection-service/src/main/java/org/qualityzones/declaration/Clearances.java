package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
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
        return switch (outcome) {
            case EXEMPT, RELEASE -> cleared("decision", now);
            case VERIFY, SAMPLE, FULL_INSPECTION -> Clearance.pending(now);
            case HOLD -> Clearance.refused(now, "decision");
        };
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
        String number = numbers.nextClearance(ShanghaiDays.of(now).getYear());
        return Clearance.cleared(number, now, now.plus(Duration.ofDays(config.clearanceDays())), basis);
    }
}
