package org.qualityzones.exemption;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.codes.Text;

/**
 * A document that goes with an application.
 *
 * @param reference number of the document, or where it is kept
 */
@Schema(name = "ExemptionDocument")
record ApplicationDocument(
        @NotNull @JsonProperty(required = true) Kind kind,
        @NotNull @JsonProperty(required = true) @Text String reference) {

    /** What the application of 1994 asked for, and the preliminary review still reads. */
    @Schema(name = "ExemptionDocumentKind")
    enum Kind {
        QUALITY_SYSTEM_CERTIFICATE,
        QUALITY_STANDARD,
        PROCESS_DOCUMENTS,
        PASS_RATE_PROOF,
        USER_OPINION,
        OTHER
    }
}
