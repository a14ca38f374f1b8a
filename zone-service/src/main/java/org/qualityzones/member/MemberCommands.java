package org.qualityzones.member;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;

/** What may be asked of memberships. */
final class MemberCommands {
    private MemberCommands() {}

    /** Nominates (local government) or admits (bureau) an enterprise. */
    record Enter(@NotNull @Uscc String uscc, @NotNull LocalDate since) {}

    /**
     * Does an action of the workflow.
     *
     * @param kind title to grant or to strip
     * @param from first day of the title
     * @param until last day of the title, null for an open end
     */
    record Transition(
            @NotNull @ReferenceText String action,
            @Text String reason,
            TitleKind kind,
            LocalDate from,
            LocalDate until) {

        String requiredReason() {
            return required(reason, "/reason");
        }

        TitleKind requiredKind() {
            return required(kind, "/kind");
        }

        LocalDate requiredFrom() {
            LocalDate first = required(from, "/from");
            if (until != null && until.isBefore(first)) {
                throw Problems.invalid("/until", "until-before-from", "The last day is before the first");
            }
            return first;
        }

        private <T> T required(T value, String pointer) {
            if (value == null) {
                throw Problems.invalid(pointer, "required", "The action " + action + " needs it");
            }
            return value;
        }
    }
}
