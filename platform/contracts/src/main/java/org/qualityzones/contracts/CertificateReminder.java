package org.qualityzones.contracts;

import java.time.LocalDate;

/**
 * Something is due of the holder of a certificate.
 *
 * @param what {@code RENEWAL}, {@code ANNUAL_REPORT}, {@code ANNUAL_REPORT_OVERDUE} or {@code RECTIFICATION}
 * @param dueOn its last day
 */
public record CertificateReminder(String what, LocalDate dueOn) {}
