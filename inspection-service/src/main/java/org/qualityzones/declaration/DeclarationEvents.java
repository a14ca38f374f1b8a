package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qualityzones.contracts.ClearanceChanged;
import org.qualityzones.contracts.DeclarationDecided;
import org.qualityzones.contracts.DeclarationState;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;

/** Tells what became of declarations; each event raises the declaration's version. */
@ApplicationScoped
class DeclarationEvents {

    private final Outbox outbox;

    DeclarationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Declarations were decided for the first time, which version 1 tells; a further one tells what is cleared or refused. */
    void filed(Map<Declaration, Map<UUID, JsonNode>> filed, Instant now) {
        List<EventDraft> drafts = new ArrayList<>();
        filed.forEach((declaration, decisions) -> {
            drafts.add(draft(
                    declaration,
                    declaration.version(),
                    EventTypes.DECLARATION_DECIDED,
                    now,
                    lineNumbers(declaration, null),
                    decisions));
            List<ClearanceChanged.Line> changed = changed(declaration, Map.of(), now);
            if (!changed.isEmpty()) {
                drafts.add(draft(
                        declaration,
                        declaration.nextVersion(),
                        EventTypes.DECLARATION_CLEARANCE_CHANGED,
                        now,
                        new ClearanceChanged(changed),
                        decisions));
            }
        });
        outbox.append(drafts);
    }

    void amended(Declaration declaration, Map<UUID, JsonNode> decisions, Instant now) {
        append(
                declaration,
                declaration.nextVersion(),
                EventTypes.DECLARATION_AMENDED,
                now,
                lineNumbers(declaration, "AMENDED"),
                decisions);
    }

    /** Some lines were decided again. */
    void redecided(
            Declaration declaration,
            List<Integer> lines,
            DecisionContext.Cause cause,
            Map<UUID, JsonNode> decisions,
            Instant now) {
        append(
                declaration,
                declaration.nextVersion(),
                EventTypes.DECLARATION_DECIDED,
                now,
                new DeclarationDecided(lines, cause.name()),
                decisions);
    }

    /** The term of these lines' clearances has passed. */
    void expired(Declaration declaration, List<DeclarationLine> lines, Map<UUID, JsonNode> decisions, Instant now) {
        append(
                declaration,
                declaration.nextVersion(),
                EventTypes.DECLARATION_CLEARANCE_CHANGED,
                now,
                new ClearanceChanged(lines.stream()
                        .map(line -> new ClearanceChanged.Line(
                                line.lineNo(),
                                Clearance.State.CLEARED.name(),
                                Clearance.State.EXPIRED.name(),
                                line.clearance().basis()))
                        .toList()),
                decisions);
    }

    void withdrawn(
            Declaration declaration,
            DeclarationStatus from,
            String reason,
            Map<UUID, JsonNode> decisions,
            Instant now) {
        append(
                declaration,
                declaration.nextVersion(),
                EventTypes.DECLARATION_WITHDRAWN,
                now,
                new StatusChanged("withdraw", from.name(), declaration.status().name(), reason),
                decisions);
    }

    /** Tells ports and customs, unless no line's answer to them has changed. */
    void clearances(
            Declaration declaration, Map<Integer, Clearance> before, Map<UUID, JsonNode> decisions, Instant now) {
        List<ClearanceChanged.Line> changed = changed(declaration, before, now);
        if (!changed.isEmpty()) {
            append(
                    declaration,
                    declaration.nextVersion(),
                    EventTypes.DECLARATION_CLEARANCE_CHANGED,
                    now,
                    new ClearanceChanged(changed),
                    decisions);
        }
    }

    private static List<ClearanceChanged.Line> changed(
            Declaration declaration, Map<Integer, Clearance> before, Instant now) {
        List<ClearanceChanged.Line> changed = new ArrayList<>();
        for (DeclarationLine line : declaration.lines()) {
            Clearance.State from = before.containsKey(line.lineNo())
                    ? before.get(line.lineNo()).stateAt(now)
                    : Clearance.State.PENDING;
            Clearance.State to = line.clearance().stateAt(now);
            if (from != to) {
                changed.add(new ClearanceChanged.Line(
                        line.lineNo(), from.name(), to.name(), line.clearance().basis()));
            }
        }
        return changed;
    }

    private static DeclarationState.Decision summary(JsonNode decision) {
        return new DeclarationState.Decision(
                decision.path("id").textValue(),
                decision.path("outcome").textValue(),
                decision.path("mode").textValue(),
                decision.path("drawn").isBoolean() ? decision.path("drawn").booleanValue() : null,
                decision.path("basis").textValue(),
                decision.path("cause").textValue(),
                decision.path("supersedes").textValue(),
                decision.path("ruleSet").path("version").textValue(),
                decision.path("digest").textValue(),
                Instant.parse(decision.path("decidedAt").textValue()));
    }

    private static DeclarationDecided lineNumbers(Declaration declaration, String cause) {
        return new DeclarationDecided(
                declaration.lines().stream().map(DeclarationLine::lineNo).toList(), cause);
    }

    private void append(
            Declaration declaration,
            long version,
            String type,
            Instant now,
            Object change,
            Map<UUID, JsonNode> decisions) {
        outbox.append(draft(declaration, version, type, now, change, decisions));
    }

    private static EventDraft draft(
            Declaration declaration,
            long version,
            String type,
            Instant now,
            Object change,
            Map<UUID, JsonNode> decisions) {
        return new EventDraft(
                Topics.DECLARATION,
                declaration.id().toString(),
                type,
                version,
                now,
                now,
                change,
                state(declaration, version, decisions, now));
    }

    private static DeclarationState state(
            Declaration declaration, long version, Map<UUID, JsonNode> decisions, Instant now) {
        return new DeclarationState(
                declaration.id().toString(),
                declaration.declarationNo(),
                declaration.reference(),
                declaration.consignor(),
                declaration.agent(),
                declaration.zoneCode(),
                declaration.destination(),
                declaration.purpose().name(),
                declaration.certificateRequested(),
                declaration.placeOfProduction(),
                declaration.shipmentDate(),
                declaration.status().name(),
                declaration.declaredAt(),
                declaration.outcome().name(),
                Clearance.rollUp(declaration.lines().stream()
                                .map(line -> line.clearance().stateAt(now))
                                .toList())
                        .name(),
                declaration.lines().stream()
                        .map(line -> new DeclarationState.Line(
                                line.lineNo(),
                                line.producer(),
                                line.hsCode(),
                                line.product(),
                                new DeclarationState.Quantity(
                                        line.quantity().value().toPlainString(),
                                        line.quantity().unit()),
                                line.lotNo(),
                                summary(decisions.get(line.decisionId())),
                                clearance(line.clearance(), now)))
                        .toList(),
                version);
    }

    private static DeclarationState.Clearance clearance(Clearance clearance, Instant now) {
        return new DeclarationState.Clearance(
                clearance.stateAt(now).name(),
                clearance.number(),
                clearance.since(),
                clearance.validUntil(),
                clearance.basis());
    }
}
