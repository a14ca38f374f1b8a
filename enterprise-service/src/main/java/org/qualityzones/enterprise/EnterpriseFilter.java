package org.qualityzones.enterprise;

/**
 * What a list of enterprises is narrowed to; absent parts narrow nothing.
 *
 * @param area GB/T 2260 prefix of two, four or six digits
 * @param zone code of a zone whose active members are meant
 * @param search folded text of at least two characters, part of a name or of the code
 */
record EnterpriseFilter(String area, QualityClass qualityClass, EnterpriseStatus status, String zone, String search) {}
