package org.qualityzones.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.contracts.CertificateState;

/**
 * A certificate as clients see it.
 *
 * @param status on the day that is answered for
 * @param validUntil last day, Asia/Shanghai
 * @param rectifyBy last day of the rectification; null unless suspended
 * @param applicationId null for an imported one
 * @param renews number of the certificate it follows; null for a first one
 * @param provenance of an imported one; else null
 * @param source of an imported one; else null
 * @param jws the certificate as its holder prints it, a compact JWS; null in lists and of past versions
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Certificate")
record CertificateView(
        String number,
        long version,
        String uscc,
        String areaCode,
        String product,
        List<String> hsPrefixes,
        String standard,
        CertificateStatus status,
        LocalDate validFrom,
        LocalDate validUntil,
        LocalDate rectifyBy,
        Instant revokedAt,
        String applicationId,
        String renews,
        String provenance,
        String source,
        Instant issuedAt,
        String jws) {

    /** @param today day that the status is told for */
    static CertificateView of(CertificateState state, LocalDate today) {
        CertificateStatus recorded = CertificateStatus.valueOf(state.status());
        boolean over = recorded != CertificateStatus.REVOKED && today.isAfter(state.validUntil());
        return new CertificateView(
                state.number(),
                state.version(),
                state.uscc(),
                state.areaCode(),
                state.product(),
                state.hsPrefixes(),
                state.standard(),
                over ? CertificateStatus.EXPIRED : recorded,
                state.validFrom(),
                state.validUntil(),
                over ? null : state.rectifyBy(),
                state.revokedAt(),
                state.applicationId(),
                state.renews(),
                state.provenance(),
                state.source(),
                state.openedAt(),
                null);
    }

    CertificateView with(String token) {
        return new CertificateView(
                number,
                version,
                uscc,
                areaCode,
                product,
                hsPrefixes,
                standard,
                status,
                validFrom,
                validUntil,
                rectifyBy,
                revokedAt,
                applicationId,
                renews,
                provenance,
                source,
                issuedAt,
                token);
    }
}
