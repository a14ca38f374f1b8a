package org.qualityzones.delivery;

/** Events ask for deliveries. Observed after the success of the transaction that takes them in. */
record DeliveriesPlanned() {}
