package org.qualityzones.feed;

/**
 * An event got its place in the feed. Observed inside the transaction by what must be recorded with it, and after its
 * success by what waits for it.
 */
public record FeedAppended(FeedEvent event) {}
