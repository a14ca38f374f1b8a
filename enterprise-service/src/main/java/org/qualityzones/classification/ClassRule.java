package org.qualityzones.classification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.enterprise.QualityClass;

/**
 * The rules that a class proposal keeps, in the order of checking. None is established as law: the figures are CONFIGURED,
 * modelled on the practice under Order 51.
 */
enum ClassRule {
    /** A proposal names one of the four classes; unclassified is what a class becomes when its term ends. */
    NAMES_A_CLASS("names-a-class") {
        @Override
        Optional<String> refusal(ClassCase of, ClassConfig config) {
            return when(of.proposed() == QualityClass.UNCLASSIFIED, "Propose one of CLASS_1 to CLASS_4");
        }
    },
    /** A class once given is raised one step at a time. */
    ONE_STEP_UP("one-step-up") {
        @Override
        Optional<String> refusal(ClassCase of, ClassConfig config) {
            boolean leap = of.current() != QualityClass.UNCLASSIFIED
                    && !of.restoring()
                    && of.current().rank() - of.proposed().rank() > 1;
            return when(leap, of.current() + " is raised one class at a time");
        }
    },
    /** After a lowering the class is not raised before the waiting time is over. */
    WAITING_TIME("waiting-time") {
        @Override
        Optional<String> refusal(ClassCase of, ClassConfig config) {
            return of.loweredOn()
                    .filter(_ -> of.raises() && !of.restoring())
                    .map(day -> day.plus(config.waitAfterLowering()))
                    .filter(first -> of.today().isBefore(first))
                    .map(first -> "The class was lowered; it may be raised from " + first);
        }
    },
    /** Who proposed does not decide. */
    SECOND_PERSON("second-person") {
        @Override
        Optional<String> refusal(ClassCase of, ClassConfig config) {
            boolean same = of.decider().filter(of.proposer()::equals).isPresent();
            return when(same, "Who proposed the class does not approve it");
        }
    },
    /** The roles that approve a class are data, class by class. */
    APPROVER_OF_CLASS("approver-of-class") {
        @Override
        Optional<String> refusal(ClassCase of, ClassConfig config) {
            Set<String> approvers =
                    of.proposed() == QualityClass.CLASS_4 ? config.class4Approvers() : config.approvers();
            boolean wrong =
                    of.decider().isPresent() && of.deciderRoles().stream().noneMatch(approvers::contains);
            return when(wrong, of.proposed() + " is approved by " + approvers);
        }
    };

    private final String id;

    ClassRule(String id) {
        this.id = id;
    }

    /** Stable name of the rule, as the refusal tells it. */
    String id() {
        return id;
    }

    /** Why the rule refuses, in words, if it does. */
    abstract Optional<String> refusal(ClassCase of, ClassConfig config);

    /** The first rule that refuses, if one does. */
    static Optional<Refusal> firstRefusal(ClassCase of, ClassConfig config) {
        return Arrays.stream(values())
                .flatMap(rule -> rule.refusal(of, config).map(why -> new Refusal(rule.id, why)).stream())
                .findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(ClassRule::id).toList();
    }

    private static Optional<String> when(boolean refused, String why) {
        return refused ? Optional.of(why) : Optional.empty();
    }

    /** A rule that refused, and why. */
    record Refusal(String rule, String why) {}
}
