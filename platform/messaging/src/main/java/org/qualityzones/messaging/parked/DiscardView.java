package org.qualityzones.messaging.parked;

import java.util.UUID;

/**
 * What a discard did.
 *
 * @param redriven how many of the letters that waited behind it were settled
 * @param parkedNext the one of them that failed and is parked now, null when none did
 */
record DiscardView(ParkedLetterView letter, int redriven, UUID parkedNext) {}
