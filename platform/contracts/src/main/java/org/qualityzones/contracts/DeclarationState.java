package org.qualityzones.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A declaration with the decision and the clearance of each line, without the value of the goods. Key: {@code id}.
 *
 * @param reference the client's own number, null where none
 * @param agent null where the consignor declared itself
 * @param status {@code DECIDED}, {@code IN_INSPECTION}, {@code CLOSED} or {@code WITHDRAWN}
 * @param outcome of the strictest line
 * @param clearance {@code REFUSED}, {@code PENDING}, {@code EXPIRED} or {@code CLEARED}: the first that any line is in
 */
public record DeclarationState(
        String id,
        String declarationNo,
        String reference,
        String consignor,
        String agent,
        String zoneCode,
        String destination,
        String purpose,
        boolean certificateRequested,
        String placeOfProduction,
        LocalDate shipmentDate,
        String status,
        Instant declaredAt,
        String outcome,
        String clearance,
        List<Line> lines,
        long version) {

    /**
     * @param lotNo null where none was given
     */
    public record Line(
            int lineNo,
            String producer,
            String hsCode,
            String product,
            Quantity quantity,
            String lotNo,
            Decision decision,
            Clearance clearance) {}

    /**
     * @param value decimal as text
     * @param unit UN/ECE Rec 20, for example {@code H87}
     */
    public record Quantity(String value, String unit) {}

    /**
     * What was decided; the whole record, with reasons, is at inspection-service.
     *
     * @param outcome {@code EXEMPT}, {@code RELEASE}, {@code VERIFY}, {@code SAMPLE}, {@code FULL_INSPECTION} or {@code HOLD}
     * @param mode {@code CREDIT}, {@code VERIFICATION}, {@code GENERAL}, {@code STRICT}, {@code SPECIAL} or {@code NONE}
     * @param drawn null when no draw decides
     * @param basis {@code COMPLETE} or {@code DEGRADED}
     * @param cause null for a first decision
     * @param supersedes id of the decision before, else null
     */
    public record Decision(
            String id,
            String outcome,
            String mode,
            Boolean drawn,
            String basis,
            String cause,
            String supersedes,
            String ruleSet,
            String digest,
            Instant decidedAt) {}

    /**
     * May the goods leave?
     *
     * @param state {@code CLEARED}, {@code PENDING}, {@code REFUSED} or {@code EXPIRED}
     * @param number null unless cleared
     * @param basis {@code decision}, {@code documents}, {@code inspection}, {@code corrective-action} or {@code override}
     */
    public record Clearance(String state, String number, Instant since, Instant validUntil, String basis) {}
}
