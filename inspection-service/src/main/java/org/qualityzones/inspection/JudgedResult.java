package org.qualityzones.inspection;

import java.util.List;
import org.qualityzones.sampling.NonconformityClass;

/** A result as it was judged. @param lotSize null where the plans knew it */
record JudgedResult(List<Verdict> verdicts, List<InspectionCommands.Test> tests, Long lotSize, String remarks) {

    /** One class. @param accepted nonconforming ≤ accept */
    record Verdict(
            NonconformityClass nonconformityClass,
            long sampleSize,
            int accept,
            int reject,
            long inspected,
            long nonconforming,
            boolean accepted) {}
}
