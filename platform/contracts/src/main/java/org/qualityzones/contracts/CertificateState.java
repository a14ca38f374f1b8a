package org.qualityzones.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A certificate of exemption from inspection (免验证书), or an application for one. Key: {@code number} of a certificate,
 * {@code id} of an application. Both days of a term are included (Asia/Shanghai).
 *
 * @param kind {@code CERTIFICATE} or {@code APPLICATION}
 * @param number of the certificate; null for an application that is not approved
 * @param uscc the producer
 * @param areaCode GB/T 2260
 * @param hsPrefixes goods it covers, 2 to 10 digits each, at most 24
 * @param standard what the goods conform to
 * @param status of a certificate {@code VALID}, {@code SUSPENDED}, {@code EXPIRED} or {@code REVOKED}; of an application
 *     its state in the workflow
 * @param validFrom null for an application
 * @param validUntil null for an application
 * @param rectifyBy last day of the rectification; null unless suspended
 * @param dueOn last day for the next step of an application; null where none is set
 * @param revokedAt null unless revoked
 * @param applicationId application that led to a certificate; null for an imported one
 * @param renews number of the certificate that this one follows; null for a first one
 * @param provenance of an imported certificate, {@code FOUND}, {@code SEED} or {@code CONFIGURED}; else null
 * @param source of an imported certificate; else null
 * @param openedAt when it was issued or applied for
 */
public record CertificateState(
        String kind,
        String id,
        String number,
        String uscc,
        String areaCode,
        String product,
        List<String> hsPrefixes,
        String standard,
        String status,
        LocalDate validFrom,
        LocalDate validUntil,
        LocalDate rectifyBy,
        LocalDate dueOn,
        Instant revokedAt,
        String applicationId,
        String renews,
        String provenance,
        String source,
        Instant openedAt,
        long version) {}
