package org.qualityzones.delivery;

/** What has come of a delivery. */
enum Outcome {
    /** Due now or later. */
    PENDING,
    /** Kept until its subscription is resumed. */
    HELD,
    /** The target answered 2xx. */
    DELIVERED,
    /** Every attempt of the schedule failed. */
    EXHAUSTED,
    /** The target answered 410. */
    REJECTED,
    /** The subscription was disabled or deleted before. */
    CANCELLED
}
