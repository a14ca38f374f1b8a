package org.qualityzones.declaration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.qualityzones.catalogue.Catalogue;
import org.qualityzones.copies.FactsGatherer;
import org.qualityzones.decision.Decision;
import org.qualityzones.decisionrecord.DecisionRecorder;
import org.qualityzones.decisionrecord.Earlier;
import org.qualityzones.draw.Draws;
import org.qualityzones.draw.LotDraw;
import org.qualityzones.draw.ShanghaiDays;

/** What a line would be decided now, with the draw it has; nothing is kept. */
@ApplicationScoped
class LinePreview {

    /** Holds that take a clearance back: a ban or suspension of the goods, and a suspension of a party. */
    private static final Set<String> WITHHOLDING =
            Set.of("warning-lifted", "producer-suspension-ended", "consignor-suspension-ended");

    private final FactsGatherer gatherer;
    private final Catalogue catalogue;
    private final Draws draws;
    private final SpotDraws spotDraws;
    private final DecisionRecorder recorder;
    private final FilingRules rules;

    LinePreview(
            FactsGatherer gatherer,
            Catalogue catalogue,
            Draws draws,
            SpotDraws spotDraws,
            DecisionRecorder recorder,
            FilingRules rules) {
        this.gatherer = gatherer;
        this.catalogue = catalogue;
        this.draws = draws;
        this.spotDraws = spotDraws;
        this.recorder = recorder;
        this.rules = rules;
    }

    /**
     * A line looked at.
     *
     * @param lotDrawn whether the lot's own draw decides it, and draws it
     */
    record Looked(FactsGatherer.Gathered gathered, LotDraw draw, boolean lotDrawn, Decision decision) {

        /** Whether a clearance may not be used, or given, now. */
        boolean withholds() {
            return Earlier.liftedBy(decision).stream().anyMatch(WITHHOLDING::contains);
        }
    }

    /** What the lines of a declaration share. */
    FactsGatherer.Setting setting(Declaration declaration, Instant now) {
        return new FactsGatherer.Setting(
                ShanghaiDays.of(declaration.declaredAt()), ShanghaiDays.of(now), catalogue.current(), rules.parties());
    }

    Looked look(Declaration declaration, DeclarationLine line, FactsGatherer.Setting setting) {
        LotDraw.Origin own = new LotDraw.Origin(
                declaration.id(),
                line.lineNo(),
                ShanghaiDays.of(recorder.firstDecidedAt(declaration.id(), line.lineNo())));
        LotDraw lotDraw =
                draws.again(line.drawOrigin().orElse(own), declaration.id(), line.lineNo(), line.drawnBefore());
        FactsGatherer.Gathered gathered =
                gatherer.gather(LineDecider.declared(declaration, line), setting, lotDraw.u64(), lotDraw.drawnBefore());
        Optional<LotDraw> spotDraw = spotDraws.of(declaration, line.lineNo(), gathered.facts(), own.day());
        LotDraw draw = spotDraw.orElse(lotDraw);
        FactsGatherer.Gathered complete = gathered.withDraw(draw.u64());
        Decision decision = recorder.preview(complete, draw, declaration.declaredAt());
        boolean lotDrawn = spotDraw.isEmpty() && Boolean.TRUE.equals(decision.drawn());
        return new Looked(complete, draw, lotDrawn, decision);
    }

    /** Whether a ban or a suspension forbids to clear the line now. */
    boolean withholds(Declaration declaration, DeclarationLine line, Instant now) {
        return look(declaration, line, setting(declaration, now)).withholds();
    }
}
