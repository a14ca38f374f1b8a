package org.qualityzones.feed;

import java.util.List;
import java.util.Optional;

/**
 * What an event is about, for row rules and filters; each list sorted and without repetition.
 *
 * @param usccs the enterprises concerned, in whatever part
 * @param zones codes of zones
 * @param areas GB/T 2260 codes
 * @param hsCodes HS codes and prefixes
 */
public record FeedKeys(
        List<String> usccs, List<String> zones, List<String> areas, List<String> hsCodes, Optional<Severity> severity) {

    /** About nothing in particular. */
    public static final FeedKeys NONE = new FeedKeys(List.of(), List.of(), List.of(), List.of(), Optional.empty());

    FeedKeys withAreas(List<String> moreAreas) {
        return new FeedKeys(usccs, zones, moreAreas, hsCodes, severity);
    }
}
