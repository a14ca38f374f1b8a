package org.qualityzones.ruleset;

import java.util.List;

/**
 * What a mode means for a lot.
 *
 * @param share lots drawn, in millionths
 * @param drawn outcome of a drawn lot
 * @param notDrawn outcome of any other
 */
public record ModePolicy(
        Mode mode, Title title, long share, Outcome drawn, Outcome notDrawn, List<Citation> citations) {}
