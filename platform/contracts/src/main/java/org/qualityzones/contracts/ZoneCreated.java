package org.qualityzones.contracts;

/**
 * A zone entered the register.
 *
 * @param origin {@code API} or {@code IMPORT}
 * @param source where an imported grade is documented, else null
 */
public record ZoneCreated(String origin, String source) {}
