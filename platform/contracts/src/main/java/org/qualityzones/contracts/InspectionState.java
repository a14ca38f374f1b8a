package org.qualityzones.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is done about one lot after the decision: its inspection, or the corrective action after it, without persons. Key:
 * {@code id}.
 *
 * @param kind {@code ORIGINAL}, {@code AFTER_REWORK} (重新检验, which never counts for class or sampling) or
 *     {@code CORRECTIVE_ACTION}
 * @param areaCode area of production, GB/T 2260
 * @param outcome of the decision about the lot
 * @param status of an inspection {@code OPEN}, {@code ASSIGNED}, {@code ACCEPTED}, {@code REJECTED} or {@code CANCELLED}; of
 *     a corrective action {@code OPEN}, {@code SUBMITTED}, {@code VERIFIED} or {@code REJECTED}
 * @param dueOn last day for the result, or for submitting the corrective action, Asia/Shanghai
 * @param accepted null until an inspection has a result
 * @param judgedAt null until there is a result, or the corrective action is verified or rejected
 * @param cause of a corrective action, {@code INSPECTION} or {@code DOCUMENTS}; else null
 * @param inspectionId of a corrective action: the inspection that was not accepted; else null
 * @param reworkInspectionId of a corrective action: the inspection after rework; null until it is submitted
 * @param correctiveActionId of an inspection after rework; else null
 */
public record InspectionState(
        String id,
        String declarationId,
        int lineNo,
        String kind,
        String producer,
        String hsCode,
        String lotNo,
        String areaCode,
        String outcome,
        String status,
        LocalDate dueOn,
        Boolean accepted,
        Instant openedAt,
        Instant judgedAt,
        String cause,
        String inspectionId,
        String reworkInspectionId,
        String correctiveActionId,
        long version) {}
