package org.qualityzones.declaration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.web.codes.Money;
import org.qualityzones.web.codes.Quantity;

/** A declaration as clients see it: the request, each line with its decision and clearance, and the roll-ups. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeclarationView(
        UUID id,
        String declarationNo,
        long version,
        DeclarationStatus status,
        Instant declaredAt,
        String reference,
        String consignor,
        String agent,
        String zoneCode,
        String destination,
        DeclarationCommands.Purpose purpose,
        boolean certificateRequested,
        boolean directReleaseRequested,
        String placeOfProduction,
        LocalDate shipmentDate,
        List<DeclarationCommands.Evidence> evidence,
        String outcome,
        RollUp clearance,
        List<LineView> lines,
        List<Notice> notices) {

    /** Clearance of the whole declaration. */
    record RollUp(Clearance.State state) {}

    /** @param value null for a producer that is not the consignor */
    record LineView(
            int lineNo,
            String producer,
            String hsCode,
            String product,
            Quantity quantity,
            Long items,
            Money value,
            String lotNo,
            Object decision,
            ClearanceView clearance) {}

    /** @param number null unless cleared */
    record ClearanceView(Clearance.State state, String number, Instant since, Instant validUntil, String basis) {

        static ClearanceView of(Clearance clearance, Instant now) {
            return new ClearanceView(
                    clearance.stateAt(now),
                    clearance.number(),
                    clearance.since(),
                    clearance.validUntil(),
                    clearance.basis());
        }
    }

    /** The declaration as a reader may see it. {@code decisions} holds what is shown of each decision, by id. */
    static DeclarationView of(Declaration declaration, Reader reader, Map<UUID, ?> decisions, Instant now) {
        List<DeclarationLine> seen =
                declaration.lines().stream().filter(reader::sees).toList();
        return new DeclarationView(
                declaration.id(),
                declaration.declarationNo(),
                declaration.version(),
                declaration.status(),
                declaration.declaredAt(),
                declaration.reference(),
                declaration.consignor(),
                declaration.agent(),
                declaration.zoneCode(),
                declaration.destination(),
                declaration.purpose(),
                declaration.certificateRequested(),
                declaration.directReleaseRequested(),
                declaration.placeOfProduction(),
                declaration.shipmentDate(),
                declaration.evidence(),
                declaration.outcome().name(),
                new RollUp(Clearance.rollUp(declaration.lines().stream()
                        .map(line -> line.clearance().stateAt(now))
                        .toList())),
                seen.stream()
                        .map(line -> lineView(line, reader, decisions.get(line.decisionId()), now))
                        .toList(),
                declaration.notices());
    }

    private static LineView lineView(DeclarationLine line, Reader reader, Object decision, Instant now) {
        return new LineView(
                line.lineNo(),
                line.producer(),
                line.hsCode(),
                line.product(),
                line.quantity(),
                line.items(),
                reader.seesValues() ? line.value() : null,
                line.lotNo(),
                decision,
                ClearanceView.of(line.clearance(), now));
    }
}
