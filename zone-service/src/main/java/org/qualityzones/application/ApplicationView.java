package org.qualityzones.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An application as it is answered.
 *
 * @param noticeUntil last day of the public notice, null before it runs
 * @param steps what was done, oldest first; empty in lists
 */
record ApplicationView(
        UUID id,
        String zone,
        String targetLevel,
        String state,
        JsonNode evidence,
        LocalDate noticeFrom,
        LocalDate noticeUntil,
        String announcement,
        Instant createdAt,
        List<Step> steps,
        long version) {

    /** One act; who did it is in the audit trail. */
    record Step(String action, String reason, Instant at) {}

    static ApplicationView of(String zone, Application application, List<ApplicationStep> steps) {
        return new ApplicationView(
                application.id(),
                zone,
                application.targetLevel().name(),
                application.state().name(),
                application.evidence(),
                application.noticeFrom(),
                application.noticeUntil(),
                application.announcement(),
                application.createdAt(),
                steps.stream()
                        .map(step -> new Step(step.action(), step.reason(), step.at()))
                        .toList(),
                application.version());
    }
}
