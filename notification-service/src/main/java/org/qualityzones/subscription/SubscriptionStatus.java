package org.qualityzones.subscription;

/** Life of a subscription. */
public enum SubscriptionStatus {
    /** Deliveries are made. */
    ACTIVE,
    /** Deliveries are kept, and made on resumption. */
    PAUSED,
    /** Nothing is recorded; what was missed can be recovered after resumption. */
    DISABLED,
    /** Gone for everyone; its deliveries stay as a record. */
    DELETED
}
