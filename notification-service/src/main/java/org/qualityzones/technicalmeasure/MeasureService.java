package org.qualityzones.technicalmeasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Use cases of technical measures. */
@ApplicationScoped
class MeasureService {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final TechnicalMeasures measures;
    private final Audit audit;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Ids ids;
    private final Clock clock;

    MeasureService(TechnicalMeasures measures, Audit audit, Caller caller, IfMatch ifMatch, Ids ids, Clock clock) {
        this.measures = measures;
        this.audit = audit;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer record(MeasureCommands.Record command) {
        command.requireConsistent();
        TechnicalMeasure measure = measure(ids.next(), command, caller.bureaus());
        if (!measures.add(measure)) {
            throw Problems.duplicate("technical measure", command.symbol());
        }
        audit.record("technical-measure.record", measure.id().toString(), measure.symbol());
        return Answer.created("/api/v1/technical-measures/" + measure.id(), measure.version(), view(measure));
    }

    /** Takes the place of what was recorded; the symbol stays. */
    @Transactional
    Answer replace(UUID id, MeasureCommands.Record command) {
        TechnicalMeasure before =
                requireChangeable(measures.lock(id).orElseThrow(() -> Problems.notFound("technical measure", id)));
        ifMatch.require(before.version());
        command.requireConsistent();
        if (!command.symbol().equals(before.symbol())) {
            throw Problems.invalid("/symbol", "unchangeable", "The symbol stays " + before.symbol());
        }
        TechnicalMeasure after = new TechnicalMeasure(
                id,
                before.version() + 1,
                before.symbol(),
                command.kind(),
                command.member(),
                command.prefixes(),
                command.dates(),
                command.body(),
                before.bureaus(),
                before.recordedAt());
        measures.update(after);
        audit.record("technical-measure.replace", id.toString(), after.symbol());
        return Answer.ok(after.version(), view(after));
    }

    @Transactional
    Answer get(UUID id) {
        TechnicalMeasure measure = measures.find(id).orElseThrow(() -> Problems.notFound("technical measure", id));
        return Answer.ok(measure.version(), view(measure));
    }

    @Transactional
    Page<MeasureView> list(MeasureQuery query, PageRequest page) {
        return Page.of(measures.newest(query, today(), page.after(), page.limit() + 1), page, TechnicalMeasure::id)
                .map(this::view);
    }

    private TechnicalMeasure requireChangeable(TechnicalMeasure measure) {
        if (!caller.is(Roles.AUTHORITY) && measure.bureaus().stream().noneMatch(caller.bureaus()::contains)) {
            throw Problem.of(CommonProblem.NOT_YOUR_ROW, "A bureau changes the measures that it recorded");
        }
        return measure;
    }

    private TechnicalMeasure measure(UUID id, MeasureCommands.Record command, List<String> bureaus) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new TechnicalMeasure(
                id,
                1,
                command.symbol(),
                command.kind(),
                command.member(),
                command.prefixes(),
                command.dates(),
                command.body(),
                bureaus,
                now);
    }

    private MeasureView view(TechnicalMeasure measure) {
        return MeasureView.of(measure, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }
}
