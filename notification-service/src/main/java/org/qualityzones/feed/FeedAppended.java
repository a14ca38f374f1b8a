package org.qualityzones.feed;

import java.util.List;

/**
 * Events got their places in the feed. Observed inside the transaction by what must be recorded with them, and after its
 * success by what waits for them.
 *
 * @param events at least one, in the order of their positions
 */
public record FeedAppended(List<FeedEvent> events) {}
