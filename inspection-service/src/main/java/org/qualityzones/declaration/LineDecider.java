package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.catalogue.Catalogue;
import org.qualityzones.copies.DeclaredLine;
import org.qualityzones.copies.FactsGatherer;
import org.qualityzones.copies.KnownParties;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decisionrecord.DecisionRecorder;
import org.qualityzones.draw.Draws;
import org.qualityzones.draw.Lot;
import org.qualityzones.draw.LotDraw;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.inspection.InspectedLine;
import org.qualityzones.inspection.InspectionDesk;
import org.qualityzones.ruleset.Outcome;

/** Decides every line of a declaration and gives it its clearance, within the running transaction. */
@ApplicationScoped
class LineDecider {

    private final Draws draws;
    private final FactsGatherer gatherer;
    private final Catalogue catalogue;
    private final DecisionRecorder recorder;
    private final Clearances clearances;
    private final SpotDraws spotDraws;
    private final InspectionDesk inspections;

    LineDecider(
            Draws draws,
            FactsGatherer gatherer,
            Catalogue catalogue,
            DecisionRecorder recorder,
            Clearances clearances,
            SpotDraws spotDraws,
            InspectionDesk inspections) {
        this.draws = draws;
        this.gatherer = gatherer;
        this.catalogue = catalogue;
        this.recorder = recorder;
        this.clearances = clearances;
        this.spotDraws = spotDraws;
        this.inspections = inspections;
    }

    /**
     * Decides all lines in force.
     *
     * @param cause null for the first time
     * @return the decisions as they are shown, by id
     */
    Map<UUID, JsonNode> decide(
            Declaration declaration, DecisionContext.Cause cause, KnownParties parties, Instant now) {
        LocalDate today = ShanghaiDays.of(now);
        draws.open(today);
        FactsGatherer.Setting setting = new FactsGatherer.Setting(
                ShanghaiDays.of(declaration.declaredAt()), today, catalogue.current(), parties);
        Map<Integer, LotDraw> drawn = takeDraws(declaration, today);

        Map<UUID, JsonNode> shown = new LinkedHashMap<>();
        List<Notice> notices = new ArrayList<>();
        Outcome strictest = Outcome.EXEMPT;
        boolean waiting = false;
        String zone = declaration.zoneCode();
        var declaredZone = new Notices.DeclaredZone(zone, zone != null && gatherer.knowsZone(zone));
        for (DeclarationLine line : declaration.lines()) {
            String pointer = "/lines/" + shown.size();
            LotDraw lotDraw = drawn.get(line.lineNo());
            FactsGatherer.Gathered gathered =
                    gatherer.gather(declared(declaration, line), setting, lotDraw.u64(), lotDraw.drawnBefore());
            Optional<LotDraw> spotDraw =
                    spotDraws.of(declaration, line.lineNo(), gathered.facts(), lineDay(declaration, line, today));
            LotDraw draw = spotDraw.orElse(lotDraw);
            UUID before = line.decisionId();
            DecisionRecorder.Recorded recorded = recorder.decide(
                    new DecisionRecorder.Subject(
                            declaration.id(), line.lineNo(), before == null ? null : cause, before),
                    gathered.withDraw(draw.u64()),
                    draw,
                    declaration.declaredAt(),
                    now);
            if (spotDraw.isEmpty() && Boolean.TRUE.equals(recorded.decision().drawn())) {
                draws.markDrawn(lot(line));
            }
            Outcome outcome = recorded.decision().outcome();
            line.decided(
                    recorded.id(),
                    clearances.of(outcome, now),
                    Awaited.of(recorded.decision()),
                    gathered.facts().line().valueUsdCents());
            line.drew(lotDraw);
            strictest = strictest.orStricter(outcome);
            if (outcome == Outcome.SAMPLE || outcome == Outcome.FULL_INSPECTION) {
                inspections.open(inspected(declaration, line), order(recorded.decision()), now);
                waiting = true;
            }
            shown.put(recorded.id(), recorded.view());
            notices.addAll(Notices.of(pointer, line, declaredZone, gathered.memberOf(), setting.catalogue()));
        }
        declaration.decided(strictest, waiting, notices.stream().distinct().toList());
        return shown;
    }

    /** Lots are taken in one order everywhere, so that two declarations never wait for each other. */
    private Map<Integer, LotDraw> takeDraws(Declaration declaration, LocalDate today) {
        Map<Integer, LotDraw> taken = new HashMap<>();
        declaration.lines().stream()
                .sorted(Comparator.comparing(LineDecider::lot).thenComparing(DeclarationLine::lineNo))
                .forEach(line -> taken.put(
                        line.lineNo(),
                        draws.take(
                                lot(line), declaration.id(), line.lineNo(), lineDay(declaration, line, today), today)));
        return taken;
    }

    /** The day on which the line came into the declaration. */
    private LocalDate lineDay(Declaration declaration, DeclarationLine line, LocalDate today) {
        return line.decisionId() == null
                ? today
                : ShanghaiDays.of(recorder.firstDecidedAt(declaration.id(), line.lineNo()));
    }

    /** The line as an inspection or a corrective action keeps it. */
    static InspectedLine inspected(Declaration declaration, DeclarationLine line) {
        return new InspectedLine(
                declaration.id(),
                line.lineNo(),
                declaration.consignor(),
                declaration.agent(),
                line.producer(),
                line.hsCode(),
                line.lotNo(),
                line.area());
    }

    static InspectionDesk.Order order(Decision decision) {
        return new InspectionDesk.Order(
                decision.outcome().name(),
                decision.samplingPlans(),
                decision.facts().history().sampling().severity(),
                decision.ruleSet().version(),
                null);
    }

    static Lot lot(DeclarationLine line) {
        return Lot.of(line.producer(), line.hsCode(), line.lotNo());
    }

    static DeclaredLine declared(Declaration declaration, DeclarationLine line) {
        return new DeclaredLine(
                declaration.consignor(),
                line.producer(),
                declaration.destination(),
                declaration.purpose().name(),
                declaration.certificateRequested(),
                declaration.directReleaseRequested(),
                DeclaredLines.selfDeclared(declaration.evidence()),
                DeclaredLines.reportIssuers(declaration.evidence()),
                line.hsCode(),
                line.quantity().value(),
                line.quantity().unit(),
                line.items(),
                line.valueAmount(),
                line.value().currency(),
                line.area());
    }
}
