package org.qualityzones.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.contracts.CertificateState;
import org.qualityzones.draw.ShanghaiDays;

/**
 * What a certificate was at an instant; of one that is not ours only the number and the instant.
 *
 * @param asOf the instant that is answered for
 * @param validUntil last day, Asia/Shanghai
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CertificateAnswer")
record PublicAnswer(
        Answer answer,
        String number,
        Instant asOf,
        String uscc,
        String product,
        List<String> hsPrefixes,
        String standard,
        LocalDate validFrom,
        LocalDate validUntil) {

    /** The five answers, and one for a renewal that is issued before its term begins. */
    enum Answer {
        VALID,
        EXPIRED,
        SUSPENDED,
        REVOKED,
        NOT_OURS,
        NOT_YET_VALID
    }

    static PublicAnswer notOurs(String number, Instant asOf) {
        return new PublicAnswer(Answer.NOT_OURS, number, asOf, null, null, null, null, null, null);
    }

    static PublicAnswer of(CertificateState state, Instant asOf) {
        return new PublicAnswer(
                answer(state, ShanghaiDays.of(asOf)),
                state.number(),
                asOf,
                state.uscc(),
                state.product(),
                state.hsPrefixes(),
                state.standard(),
                state.validFrom(),
                state.validUntil());
    }

    private static Answer answer(CertificateState state, LocalDate day) {
        Answer recorded = Answer.valueOf(state.status());
        if (recorded == Answer.REVOKED) {
            return recorded;
        }
        if (day.isAfter(state.validUntil())) {
            return Answer.EXPIRED;
        }
        return recorded == Answer.VALID && day.isBefore(state.validFrom()) ? Answer.NOT_YET_VALID : recorded;
    }
}
