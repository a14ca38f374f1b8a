package org.qualityzones.exemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application as clients see it.
 *
 * @param renews number of the certificate to be renewed; null for a first one
 * @param dueOn last day for the next step, Asia/Shanghai; null where none is set
 * @param reason of the last step; null where none was given
 * @param certificate number of the certificate granted; null unless approved
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ExemptionApplication")
record ExemptionApplicationView(
        UUID id,
        long version,
        String uscc,
        String areaCode,
        String product,
        List<String> hsPrefixes,
        String standard,
        List<ApplicationDocument> documents,
        String renews,
        ApplicationStatus status,
        LocalDate dueOn,
        String reason,
        Instant appliedAt,
        Instant decidedAt,
        String certificate) {

    static ExemptionApplicationView of(ExemptionApplication application) {
        return new ExemptionApplicationView(
                application.id(),
                application.version(),
                application.uscc(),
                application.area(),
                application.product(),
                application.hsPrefixes(),
                application.standard(),
                application.documents(),
                application.renews(),
                application.status(),
                application.dueOn(),
                application.reason(),
                application.appliedAt(),
                application.decidedAt(),
                application.certificate());
    }
}
