package org.qualityzones.subscription;

/** How messages reach the subscriber. */
public enum SubscriptionChannel {
    WEBHOOK,
    EMAIL,
    /** Read by the subscriber from {@code /events/stream?subscription=}. */
    SSE
}
