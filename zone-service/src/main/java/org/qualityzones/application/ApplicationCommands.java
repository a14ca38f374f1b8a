package org.qualityzones.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.zone.ZoneLevel;

/** What may be asked of applications. */
final class ApplicationCommands {
    private ApplicationCommands() {}

    /** Drafts an application; evidence may follow until it is submitted. */
    record Draft(
            @NotNull ZoneLevel targetLevel, @Size(max = 50) List<@NotNull @Valid Evidence> evidence) {
        Draft {
            evidence = Objects.requireNonNullElse(evidence, List.of());
        }

        void requireGrade() {
            if (targetLevel == ZoneLevel.NONE) {
                throw Problems.invalid(
                        "/targetLevel", "level-awarded", "PROVINCIAL or NATIONAL: only these are awarded");
            }
        }
    }

    /** Replaces the evidence of a draft or returned application. */
    record Amend(@NotNull @Size(max = 50) List<@NotNull @Valid Evidence> evidence) {}

    /**
     * Does an action of the workflow.
     *
     * @param announcement number of the announcement (公告), for {@code publish}
     */
    record Transition(
            @NotNull @ReferenceText String action,
            @Text String reason,
            @ReferenceText String announcement) {

        /** The reason, which the actions that go against somebody need. */
        String requiredReason() {
            if (reason == null) {
                throw Problems.invalid("/reason", "required", "The action " + action + " needs a reason");
            }
            return reason;
        }
    }
}
