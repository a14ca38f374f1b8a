package org.qualityzones.messaging.parked;

/**
 * What a redrive did.
 *
 * @param redriven how many letters were settled, those that waited behind included
 */
record RedriveView(ParkedLetterView letter, int redriven) {}
