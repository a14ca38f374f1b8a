package org.qualityzones.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a certificate is issued with.
 *
 * @param number null: the next one of our own
 * @param hsPrefixes 1 to 24, 2 to 10 digits each
 * @param validUntil last day
 * @param applicationId null for an imported one
 * @param renews number of the certificate it follows; null for a first one
 * @param provenance null unless imported
 * @param source null unless imported
 */
public record IssuedCertificate(
        String number,
        String uscc,
        String area,
        String product,
        List<String> hsPrefixes,
        String standard,
        LocalDate validFrom,
        LocalDate validUntil,
        UUID applicationId,
        String renews,
        String provenance,
        String source) {}
