package org.qualityzones.delivery;

/** An event asks for deliveries. Observed after the success of the transaction that takes it in. */
record DeliveriesPlanned() {}
