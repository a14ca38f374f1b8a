package org.qualityzones.investigation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.codes.AreaCode;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;

/** What clients send about investigations. */
final class InvestigationCommands {

    private InvestigationCommands() {}

    /**
     * @param matchId a confirmed match of the alert; its enterprise is investigated
     * @param uscc the enterprise, where it is not the one that the match or the alert names
     */
    @Schema(name = "InvestigationRequest")
    record Open(
            @NotNull UUID alertId,
            UUID matchId,
            @Uscc String uscc,
            @NotNull @Text String reason) {}

    /**
     * @param action {@code assign}, {@code transfer}, {@code conclude} or {@code close}
     * @param investigators with {@code assign}: who does it, two persons at least
     * @param areaCode with {@code transfer}: area of the office that goes on
     * @param attribution with {@code conclude}
     * @param causeCode with {@code conclude}
     * @param conclusion with {@code conclude}: what was found, in words; may be absent
     */
    @Schema(name = "InvestigationTransition")
    record Transition(
            @NotNull @Text String action,
            @Text String reason,
            @Size(max = 10) List<@NotNull @ReferenceText String> investigators,
            @AreaCode String areaCode,
            Attribution attribution,
            Cause causeCode,
            @Text String conclusion) {}
}
