package org.qualityzones.contracts;

import java.time.LocalDate;

/**
 * A corrective action was opened.
 *
 * @param cause {@code INSPECTION} or {@code DOCUMENTS}
 */
public record CorrectiveActionOpened(String cause, LocalDate deadline) {}
