package org.qualityzones.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.feed.EnterpriseAreas;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Ids;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;
import org.qualityzones.web.Workflow;

/** Use cases of complaints. They are told to nobody by event: a complaint may hold personal data. */
@ApplicationScoped
class ComplaintService {

    private final Complaints complaints;
    private final ContactSeal contacts;
    private final EnterpriseAreas areas;
    private final Workflow workflow;
    private final Audit audit;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Ids ids;
    private final Clock clock;

    ComplaintService(
            Complaints complaints,
            ContactSeal contacts,
            EnterpriseAreas areas,
            @Named(ComplaintWorkflow.NAME) Workflow workflow,
            Audit audit,
            Caller caller,
            IfMatch ifMatch,
            Ids ids,
            Clock clock) {
        this.complaints = complaints;
        this.contacts = contacts;
        this.areas = areas;
        this.workflow = workflow;
        this.audit = audit;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer file(ComplaintCommands.File command) {
        command.requireConsistent();
        UUID id = ids.next();
        Complaint complaint = new Complaint(
                id,
                1,
                ComplaintStatus.RECEIVED,
                command.uscc(),
                area(command),
                command.product(),
                command.lotNo(),
                command.text(),
                contacts.seal(id, command.contact()),
                null,
                now(),
                null);
        complaints.add(complaint);
        return Answer.created("/public/v1/complaints/" + id, complaint.version(), ComplaintReceipt.of(complaint));
    }

    @Transactional
    Answer receipt(UUID id) {
        Complaint complaint = required(complaints.find(id), id);
        return Answer.ok(complaint.version(), ComplaintReceipt.of(complaint));
    }

    @Transactional
    Answer get(UUID id) {
        Complaint complaint = requireVisible(required(complaints.find(id), id));
        audit.record("complaint.read", id.toString(), null);
        return Answer.ok(complaint.version(), ComplaintView.of(complaint, contacts.open(complaint)));
    }

    @Transactional
    Page<ComplaintView> list(ComplaintStatus status, String uscc, PageRequest page) {
        return Page.of(
                        complaints.newest(
                                status,
                                uscc,
                                caller.is(Roles.AUTHORITY) ? null : caller.areas(),
                                page.after(),
                                page.limit() + 1),
                        page,
                        Complaint::id)
                .map(complaint -> ComplaintView.of(complaint, null));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Answer transition(UUID id, ComplaintCommands.Transition command) {
        Complaint before = requireVisible(required(complaints.lock(id), id));
        ifMatch.require(before.version());
        workflow.check(before.status(), command.action(), caller);
        ComplaintStatus to = ComplaintStatus.valueOf(
                workflow.targets(before.status().name(), command.action()).getFirst());
        if (to.isEnd() && command.reason() == null) {
            throw Problems.invalid("/reason", "required", "The end of a complaint is explained");
        }
        Complaint after = before.moved(to, command.reason(), now());
        complaints.update(after);
        audit.record("complaint." + command.action(), id.toString(), null);
        return Answer.ok(after.version(), ComplaintView.of(after, null));
    }

    /** Row rules of a transition, also before a replay. */
    void requireVisible(UUID id) {
        requireVisible(required(complaints.find(id), id));
    }

    private Complaint requireVisible(Complaint complaint) {
        if (!caller.is(Roles.AUTHORITY) && !caller.covers(complaint.areaCode())) {
            throw Problems.notFound("complaint", complaint.id());
        }
        return complaint;
    }

    private static Complaint required(Optional<Complaint> complaint, UUID id) {
        return complaint.orElseThrow(() -> Problems.notFound("complaint", id));
    }

    private String area(ComplaintCommands.File command) {
        if (command.areaCode() != null) {
            return command.areaCode();
        }
        return command.uscc() == null ? null : areas.of(command.uscc());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
