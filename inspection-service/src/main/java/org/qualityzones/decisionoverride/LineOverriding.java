package org.qualityzones.decisionoverride;

import java.time.Instant;
import java.util.UUID;
import org.qualityzones.decision.Overruling;
import org.qualityzones.decisionrecord.DecidedLine;
import org.qualityzones.ruleset.Outcome;

/** What an override asks of the declared line, within the running transaction. */
public interface LineOverriding {

    /** Area of production of a line, GB/T 2260. */
    String areaOf(DecidedLine line);

    /** Refuses an outcome that the line's state, or the law, does not allow; the line stays locked until the end. */
    void check(DecidedLine line, Outcome outcome, Instant now);

    /** Checks as {@link #check} and decides the line. @return id of the new decision */
    UUID override(DecidedLine line, Overruling overruling, Instant now);
}
