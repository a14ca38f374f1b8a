package org.qualityzones.certificate;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.codes.Text;

/** What a client may ask of certificates. */
final class CertificateCommands {

    private CertificateCommands() {}

    /**
     * A step of the life cycle.
     *
     * @param reason needed with {@code suspend} and {@code revoke}
     * @param rectifyBy last day of the rectification, only with {@code suspend}: three to six months ahead; without one
     *     three months
     */
    @Schema(name = "CertificateTransition")
    record Transition(
            @NotNull @JsonProperty(required = true) @Text String action,
            @Text String reason,
            LocalDate rectifyBy) {}
}
