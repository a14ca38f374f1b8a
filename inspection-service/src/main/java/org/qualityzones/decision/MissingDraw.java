package org.qualityzones.decision;

/** What a run assumes when the draw decides and there is none. */
enum MissingDraw {
    DRAWN,
    NOT_DRAWN,
    /** Drawn, and a missing fact. */
    DEGRADES
}
