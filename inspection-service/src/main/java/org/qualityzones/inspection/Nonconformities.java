package org.qualityzones.inspection;

import java.time.Instant;

/** Who is told of a lot that was not accepted in its first inspection; within the running transaction. */
public interface Nonconformities {

    /** The lot of this inspection must be put right. */
    void notAccepted(Inspection inspection, Instant now);
}
