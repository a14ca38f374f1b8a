package org.qualityzones.subscription;

import java.util.List;
import org.qualityzones.feed.FeedEvent;

/**
 * An event that is to be delivered.
 *
 * @param by the webhook subscriptions that want it, at least one, in the order of their ids
 */
public record Wanted(FeedEvent event, List<Subscription> by) {}
