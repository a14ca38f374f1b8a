package org.qualityzones.classification;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.enterprise.QualityClass;

/**
 * What the class rules look at.
 *
 * @param current class on record
 * @param proposed class proposed
 * @param loweredOn day on which the class was last lowered
 * @param restoring whether the proposal undoes a lowering whose ground was overturned
 * @param proposer person who proposed, or the rule
 * @param decider person who approves; empty while proposing
 * @param deciderRoles roles of the decider; empty while proposing
 * @param today day in Asia/Shanghai
 */
record ClassCase(
        QualityClass current,
        QualityClass proposed,
        Optional<LocalDate> loweredOn,
        boolean restoring,
        String proposer,
        Optional<String> decider,
        Set<String> deciderRoles,
        LocalDate today) {

    boolean raises() {
        return proposed.betterThan(current);
    }
}
