package org.qualityzones.consequence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qualityzones.classification.RuledProposal;
import org.qualityzones.enterprise.QualityClass;

/**
 * What the service proposes by itself, in the order of checking: gravest first. A proposal changes nothing until a person
 * approves it. All CONFIGURED; the first two are modelled on Order 51.
 */
enum Consequence {
    MALICIOUS_VIOLATION("malicious-violation", QualityClass.CLASS_4, "A malicious violation was concluded") {
        @Override
        boolean follows(QualityClass current, Findings findings) {
            return findings.attribution().equals(Findings.MALICIOUS);
        }
    },
    MAJOR_CLAIM("major-claim", QualityClass.CLASS_3, "A foreign claim attributed to the producer's capability") {
        @Override
        boolean follows(QualityClass current, Findings findings) {
            return findings.attribution().equals(Findings.CAPABILITY);
        }
    },
    ONE_LOT_IN_CLASS_1("one-lot-not-accepted", QualityClass.CLASS_2, "An inspected lot was not accepted") {
        @Override
        boolean follows(QualityClass current, Findings findings) {
            return current == QualityClass.CLASS_1 && findings.lotsNotAcceptedInARow() >= 1;
        }
    },
    TWO_LOTS_IN_CLASS_2(
            "two-lots-not-accepted", QualityClass.CLASS_3, "Two consecutive inspected lots were not accepted") {
        @Override
        boolean follows(QualityClass current, Findings findings) {
            return current == QualityClass.CLASS_2 && findings.lotsNotAcceptedInARow() >= 2;
        }
    };

    private final String id;
    private final QualityClass proposed;
    private final String reason;

    Consequence(String id, QualityClass proposed, String reason) {
        this.id = id;
        this.proposed = proposed;
        this.reason = reason;
    }

    abstract boolean follows(QualityClass current, Findings findings);

    QualityClass proposed() {
        return proposed;
    }

    String reason() {
        return reason;
    }

    RuledProposal because(String cause) {
        return new RuledProposal(proposed, id, reason, cause);
    }

    /** The consequence to propose: the first that follows and is worse than the class on record. */
    static Optional<Consequence> of(QualityClass current, Findings findings) {
        return Arrays.stream(values())
                .filter(consequence -> consequence.follows(current, findings))
                .filter(consequence -> consequence.proposed.worseThan(current))
                .findFirst();
    }

    /**
     * What is known when a consequence is looked for.
     *
     * @param lots verdicts of original inspections, newest first; true is accepted. Lots never inspected are not among them.
     * @param attribution of an investigation just concluded, else empty
     */
    record Findings(List<Boolean> lots, String attribution) {
        static final String CAPABILITY = "CAPABILITY";
        static final String MALICIOUS = "MALICIOUS";

        static Findings ofLots(List<Boolean> newestFirst) {
            return new Findings(newestFirst, "");
        }

        static Findings ofAttribution(String attribution) {
            return new Findings(List.of(), attribution);
        }

        long lotsNotAcceptedInARow() {
            return lots.stream().takeWhile(accepted -> !accepted).count();
        }
    }
}
