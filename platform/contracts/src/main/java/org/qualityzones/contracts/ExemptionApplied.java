package org.qualityzones.contracts;

import java.util.List;

/**
 * A producer applied for exemption from inspection.
 *
 * @param renews number of the certificate to be renewed; null for a first one
 */
public record ExemptionApplied(List<String> hsPrefixes, String renews) {}
