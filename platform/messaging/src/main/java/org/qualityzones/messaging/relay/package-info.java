/** Publishes what the outbox holds, in version order for each key, at least once, by one relay at a time. */
package org.qualityzones.messaging.relay;
