package org.qualityzones.contracts;

/**
 * An enterprise entered the register.
 *
 * @param origin {@code API} or {@code IMPORT}
 */
public record EnterpriseRegistered(String origin) {}
