package org.qualityzones.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.qualityzones.catalogue.Catalogue;
import org.qualityzones.catalogue.CatalogueSnapshot;
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
import org.qualityzones.sql.RoundTrip;

/** Decides every line of a declaration and gives it its clearance, within the running transaction. */
@ApplicationScoped
class LineDecider {

    private final DataSource dataSource;
    private final Draws draws;
    private final FactsGatherer gatherer;
    private final Catalogue catalogue;
    private final DecisionRecorder recorder;
    private final Clearances clearances;
    private final SpotDraws spotDraws;
    private final InspectionDesk inspections;

    LineDecider(
            DataSource dataSource,
            Draws draws,
            FactsGatherer gatherer,
            Catalogue catalogue,
            DecisionRecorder recorder,
            Clearances clearances,
            SpotDraws spotDraws,
            InspectionDesk inspections) {
        this.dataSource = dataSource;
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
        return decide(begin(), List.of(declaration), cause, parties, now, DecisionRecorder.Recorded::view, _ -> {})
                .get(declaration);
    }

    /** A round trip to ask what else is wanted, before anything is decided. */
    RoundTrip begin() {
        return new RoundTrip(dataSource, "What declarations are decided by cannot be read");
    }

    /**
     * The same for several declarations, of which no two name one lot.
     *
     * @param trip with which everything is asked
     * @param shown what is wanted of each decision
     * @param each is told of a declaration before the next one is decided
     */
    Map<Declaration, Map<UUID, JsonNode>> decide(
            RoundTrip trip,
            List<Declaration> declarations,
            DecisionContext.Cause cause,
            KnownParties parties,
            Instant now,
            Function<DecisionRecorder.Recorded, JsonNode> shown,
            Consumer<Declaration> each) {
        LocalDate today = ShanghaiDays.of(now);
        draws.open(today);
        Supplier<CatalogueSnapshot> current = catalogue.current(trip);
        Supplier<Map<Draws.Take, LotDraw>> draw = takeDraws(trip, declarations, today);
        List<Runnable> facts = lookAhead(trip, declarations, today, parties);
        trip.send();
        CatalogueSnapshot entries = current.get();
        Map<Draws.Take, LotDraw> taken = draw.get();
        Clearances.Series numbers = clearances.series(declarations.size() == 1 ? 1 : taken.size(), now);
        facts.forEach(Runnable::run);
        Set<Lot> drawn = new LinkedHashSet<>();
        List<DecisionRecorder.Recorded> recorded = new ArrayList<>();
        Map<Declaration, Map<UUID, JsonNode>> decided = new LinkedHashMap<>();
        for (Declaration declaration : declarations) {
            FactsGatherer.Setting setting = setting(declaration, today, entries, parties);
            List<Decided> lines = declaration.lines().stream()
                    .map(line -> decide(declaration, line, cause, setting, taken, now))
                    .toList();
            decided.put(declaration, conclude(declaration, lines, setting, shown, numbers, now));
            lines.forEach(line -> recorded.add(line.recorded()));
            lines.stream()
                    .filter(Decided::lotDrawn)
                    .map(line -> lot(line.line()))
                    .forEach(drawn::add);
            each.accept(declaration);
        }
        recorder.keep(recorded);
        draws.markDrawn(drawn);
        return decided;
    }

    private List<Runnable> lookAhead(
            RoundTrip trip, List<Declaration> declarations, LocalDate today, KnownParties parties) {
        Map<LocalDate, List<DeclaredLine>> lines = new LinkedHashMap<>();
        declarations.forEach(
                declaration -> lines.computeIfAbsent(ShanghaiDays.of(declaration.declaredAt()), _ -> new ArrayList<>())
                        .addAll(declaration.lines().stream()
                                .map(line -> declared(declaration, line))
                                .toList()));
        return lines.entrySet().stream()
                .map(each -> gatherer.lookAhead(trip, each.getValue(), each.getKey(), today, parties))
                .toList();
    }

    private static FactsGatherer.Setting setting(
            Declaration declaration, LocalDate today, CatalogueSnapshot entries, KnownParties parties) {
        return new FactsGatherer.Setting(ShanghaiDays.of(declaration.declaredAt()), today, entries, parties);
    }

    /** A line, and what came of it. @param lotDrawn whether the draw of its lot decided that it is inspected */
    private record Decided(
            DeclarationLine line,
            LotDraw lotDraw,
            FactsGatherer.Gathered gathered,
            DecisionRecorder.Recorded recorded,
            boolean lotDrawn) {

        Outcome outcome() {
            return recorded.decision().outcome();
        }
    }

    private Decided decide(
            Declaration declaration,
            DeclarationLine line,
            DecisionContext.Cause cause,
            FactsGatherer.Setting setting,
            Map<Draws.Take, LotDraw> taken,
            Instant now) {
        LocalDate lineDay = lineDay(declaration, line, setting.today());
        LotDraw lotDraw = taken.get(new Draws.Take(lot(line), declaration.id(), line.lineNo(), lineDay));
        FactsGatherer.Gathered gathered =
                gatherer.gather(declared(declaration, line), setting, lotDraw.u64(), lotDraw.drawnBefore());
        Optional<LotDraw> spotDraw = spotDraws.of(declaration, line.lineNo(), gathered.facts(), lineDay);
        LotDraw draw = spotDraw.orElse(lotDraw);
        UUID before = line.decisionId();
        DecisionRecorder.Recorded recorded = recorder.prepare(
                new DecisionRecorder.Subject(declaration.id(), line.lineNo(), before == null ? null : cause, before),
                gathered.withDraw(draw.u64()),
                draw,
                declaration.declaredAt(),
                now);
        boolean lotDrawn =
                spotDraw.isEmpty() && Boolean.TRUE.equals(recorded.decision().drawn());
        return new Decided(line, lotDraw, gathered, recorded, lotDrawn);
    }

    /** Gives the lines their clearances and inspections, and the declaration its outcome. @return the decisions, by id */
    private Map<UUID, JsonNode> conclude(
            Declaration declaration,
            List<Decided> decided,
            FactsGatherer.Setting setting,
            Function<DecisionRecorder.Recorded, JsonNode> shown,
            Clearances.Series numbers,
            Instant now) {
        Map<UUID, JsonNode> decisions = new LinkedHashMap<>();
        List<Notice> notices = new ArrayList<>();
        Outcome strictest = Outcome.EXEMPT;
        boolean waiting = false;
        String zone = declaration.zoneCode();
        var declaredZone = new Notices.DeclaredZone(zone, zone != null && gatherer.knowsZone(zone, setting));
        List<Clearance> given =
                clearances.of(decided.stream().map(Decided::outcome).toList(), numbers, now);
        for (Decided each : decided) {
            DeclarationLine line = each.line();
            Clearance clearance = given.get(decisions.size());
            String pointer = "/lines/" + decisions.size();
            line.decided(
                    each.recorded().id(),
                    clearance,
                    Awaited.of(each.recorded().decision()),
                    each.gathered().facts().line().valueUsdCents());
            line.drew(each.lotDraw());
            strictest = strictest.orStricter(each.outcome());
            if (each.outcome().inspected()) {
                inspections.open(
                        inspected(declaration, line), order(each.recorded().decision()), now);
                waiting = true;
            }
            decisions.put(each.recorded().id(), shown.apply(each.recorded()));
            notices.addAll(
                    Notices.of(pointer, line, declaredZone, each.gathered().memberOf(), setting.catalogue()));
        }
        declaration.decided(strictest, waiting, notices.stream().distinct().toList());
        return decisions;
    }

    private Supplier<Map<Draws.Take, LotDraw>> takeDraws(
            RoundTrip trip, List<Declaration> declarations, LocalDate today) {
        List<Draws.Take> takes = new ArrayList<>();
        for (Declaration declaration : declarations) {
            declaration.lines().stream()
                    .sorted(Comparator.comparing(DeclarationLine::lineNo))
                    .forEach(line -> takes.add(new Draws.Take(
                            lot(line), declaration.id(), line.lineNo(), lineDay(declaration, line, today))));
        }
        return draws.take(trip, takes, today);
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
