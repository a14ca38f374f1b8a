package org.qualityzones.messaging.parked;

import jakarta.validation.constraints.NotNull;
import org.qualityzones.web.codes.Text;

/**
 * Gives a letter up.
 *
 * @param reason why its event is never to be taken in, without personal data; kept with the letter
 */
record DiscardCommand(@NotNull @Text String reason) {}
