package org.qualityzones.contracts;

/**
 * A certificate was issued, or one issued earlier was imported.
 *
 * @param origin {@code APPROVAL} or {@code IMPORT}
 */
public record CertificateIssued(String origin) {}
