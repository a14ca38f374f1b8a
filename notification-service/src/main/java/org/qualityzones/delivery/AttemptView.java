package org.qualityzones.delivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One attempt.
 *
 * @param result {@code DELIVERED}, {@code RETRY} or {@code REJECTED}
 * @param status the target's HTTP status, null when there was no answer
 * @param detail why it failed, null when it did not
 */
@Schema(name = "DeliveryAttempt")
record AttemptView(int attempt, Instant at, int millis, String result, Integer status, String detail) {}
