/**
 * Events between services, exactly once in effect: an outbox in the transaction of the change, an inbox in the transaction of
 * the effect, parked letters for what cannot be read, histories that answer "valid at, known at", and freshness of copies.
 */
package org.qualityzones.messaging;
