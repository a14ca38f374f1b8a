package org.qualityzones.inspection;

import java.time.Instant;
import java.util.UUID;

/** Where rulings about lines become clearances; within the running transaction. */
public interface LineClearing {

    /** Clears or refuses a line and tells of it. */
    void rule(UUID declarationId, int lineNo, Ruling ruling, Instant now);
}
