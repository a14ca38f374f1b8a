package org.qualityzones.certificate;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something a holder is reminded of, once.
 *
 * @param what as in the event
 * @param dueOn its last day
 */
record Reminder(UUID certificateId, String what, LocalDate dueOn) {}
