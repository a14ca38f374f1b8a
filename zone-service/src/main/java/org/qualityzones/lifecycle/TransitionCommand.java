package org.qualityzones.lifecycle;

import jakarta.validation.constraints.NotNull;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;

/**
 * Asks for an action on a zone.
 *
 * @param reason why; needed for an adverse act
 * @param finding what was found about the zone itself; needed to revoke an active one
 */
record TransitionCommand(
        @NotNull @ReferenceText String action,
        @Text String reason,
        @Text String finding) {

    void requireReason(ZoneAction wanted) {
        if (wanted.isAdverse() && reason == null) {
            throw Problems.invalid("/reason", "required", "An adverse act needs a reason");
        }
    }
}
