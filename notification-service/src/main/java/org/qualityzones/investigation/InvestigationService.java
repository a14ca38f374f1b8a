package org.qualityzones.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.InvestigationConcluded;
import org.qualityzones.contracts.InvestigationOpened;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.contracts.Topics;
import org.qualityzones.messaging.EventDraft;
import org.qualityzones.messaging.Outbox;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Use cases of investigations. */
@ApplicationScoped
class InvestigationService {

    private static final String PATH = "/api/v1/investigations/";

    private final Investigations investigations;
    private final InvestigationSubject subject;
    private final InvestigationRows rows;
    private final InvestigationMoves moves;
    private final DueDates dueDates;
    private final Workflow workflow;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Ids ids;
    private final Clock clock;

    InvestigationService(
            Investigations investigations,
            InvestigationSubject subject,
            InvestigationRows rows,
            InvestigationMoves moves,
            DueDates dueDates,
            @Named(InvestigationWorkflow.NAME) Workflow workflow,
            Outbox outbox,
            Audit audit,
            Caller caller,
            IfMatch ifMatch,
            Ids ids,
            Clock clock) {
        this.investigations = investigations;
        this.subject = subject;
        this.rows = rows;
        this.moves = moves;
        this.dueDates = dueDates;
        this.workflow = workflow;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer open(InvestigationCommands.Open command) {
        String uscc = subject.uscc(command);
        String area = rows.requireOpenable(uscc);
        Instant now = now();
        Investigation opened = new Investigation(
                ids.next(),
                1,
                command.alertId(),
                command.matchId(),
                uscc,
                area,
                area,
                InvestigationStatus.OPEN,
                command.reason(),
                List.of(),
                now,
                dueDates.ofOpening(now),
                null,
                null);
        if (!investigations.add(opened)) {
            throw Problems.duplicate("investigation", "of alert " + command.alertId() + " at " + uscc);
        }
        audit.record("investigation.open", opened.id().toString(), command.reason());
        tell(
                EventTypes.INVESTIGATION_OPENED,
                opened,
                now,
                new InvestigationOpened(command.alertId().toString(), uscc));
        return Answer.created(PATH + opened.id(), opened.version(), view(opened));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(UUID id, InvestigationCommands.Transition command) {
        Investigation before = rows.requireChangeable(
                investigations.lock(id).orElseThrow(() -> Problems.notFound("investigation", id)));
        ifMatch.require(before.version());
        workflow.check(before.status(), command.action(), caller);
        Instant now = now();
        Investigation after = moves.apply(before, command, now);
        investigations.update(after);
        audit.record("investigation." + command.action(), id.toString(), command.reason());
        if (after.status() == InvestigationStatus.CONCLUDED) {
            tell(EventTypes.INVESTIGATION_CONCLUDED, after, now, concluded(after));
        } else {
            tell(
                    EventTypes.INVESTIGATION_STATUS_CHANGED,
                    after,
                    now,
                    new StatusChanged(
                            command.action(),
                            before.status().name(),
                            after.status().name(),
                            command.reason()));
        }
        return Answer.ok(after.version(), view(after));
    }

    @Transactional
    Answer get(UUID id) {
        Investigation investigation = rows.requireVisible(required(id));
        return Answer.ok(investigation.version(), view(investigation));
    }

    @Transactional
    Page<InvestigationView> list(InvestigationQuery query, PageRequest page) {
        return Page.of(
                        investigations.newest(
                                query, rows.seesAll(), rows.areas(), rows.usccs(), page.after(), page.limit() + 1),
                        page,
                        Investigation::id)
                .map(this::view);
    }

    /** Row rules of a transition, also before a replay. */
    void requireChangeable(UUID id) {
        rows.requireVisible(required(id));
    }

    private static InvestigationConcluded concluded(Investigation after) {
        return new InvestigationConcluded(
                after.finding().attribution().name(),
                after.finding().cause().name(),
                after.finding().conclusion());
    }

    private void tell(String type, Investigation investigation, Instant now, Object change) {
        outbox.append(new EventDraft(
                Topics.INVESTIGATION,
                investigation.id().toString(),
                type,
                investigation.version(),
                now,
                change,
                investigation.state()));
    }

    private InvestigationView view(Investigation investigation) {
        return InvestigationView.of(investigation, dueDates.today(clock.instant()), rows.seesPersons());
    }

    private Investigation required(UUID id) {
        return investigations.find(id).orElseThrow(() -> Problems.notFound("investigation", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
