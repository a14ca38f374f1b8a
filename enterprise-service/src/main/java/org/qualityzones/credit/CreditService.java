package org.qualityzones.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.qualityzones.enterprise.CivilDays;
import org.qualityzones.enterprise.Enterprise;
import org.qualityzones.enterprise.EnterpriseAccess;
import org.qualityzones.enterprise.EnterpriseProblem;
import org.qualityzones.web.Caller;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Keeps the credit files, for persons. */
@ApplicationScoped
class CreditService {
    private final CreditRecords records;
    private final CreditRecorder recorder;
    private final CreditConfig config;
    private final EnterpriseAccess access;
    private final Workflow workflow;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final CivilDays days;

    CreditService(
            CreditRecords records,
            CreditRecorder recorder,
            CreditConfig config,
            EnterpriseAccess access,
            @Named(CreditWorkflow.NAME) Workflow workflow,
            Caller caller,
            IfMatch ifMatch,
            CivilDays days) {
        this.records = records;
        this.recorder = recorder;
        this.config = config;
        this.access = access;
        this.workflow = workflow;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.days = days;
    }

    void mayEnter(String uscc) {
        access.requireBureau(access.visible(uscc).areaCode());
    }

    /** Repair is asked for by the enterprise itself and decided by its bureau; the workflow tells the actions apart. */
    void mayMove(String uscc) {
        access.requireOwnOrBureau(uscc, access.visible(uscc).areaCode());
    }

    @Transactional(TxType.MANDATORY)
    CreditRecordView enter(String uscc, CreditCommands.Enter command) {
        Enterprise enterprise = access.visibleForUpdate(uscc);
        if (enterprise.isDeregistered()) {
            throw Problem.of(
                    EnterpriseProblem.ENTERPRISE_DEREGISTERED, "The credit file of a deregistered one is closed");
        }
        CreditEntry entry = CreditEntries.of(command, days.today(), config);
        return CreditRecordView.of(uscc, recorder.enter(enterprise, entry, caller.subject()));
    }

    @Transactional(TxType.MANDATORY)
    CreditRecordView move(String uscc, UUID id, CreditCommands.Transition command) {
        Enterprise enterprise = access.visibleForUpdate(uscc);
        CreditRecord of = records.requiredForUpdate(enterprise.id(), id);
        workflow.check(of.state(), command.action(), caller);
        ifMatch.require(of.version());
        if (command.reason() == null) {
            throw Problems.invalid("/reason", "required", "Say why");
        }
        CreditState to = CreditState.valueOf(
                workflow.targets(of.state().name(), command.action()).getFirst());
        recorder.move(enterprise, of, to, command.action(), command.reason());
        return CreditRecordView.of(uscc, of);
    }

    @Transactional
    CreditRecordView get(String uscc, UUID id) {
        return CreditRecordView.of(uscc, records.required(access.fileOf(uscc).id(), id));
    }

    @Transactional
    Page<CreditRecordView> list(String uscc, PageRequest page) {
        UUID enterprise = access.fileOf(uscc).id();
        return Page.of(records.page(enterprise, page.after(), page.limit()), page, CreditRecord::id)
                .map(of -> CreditRecordView.of(uscc, of));
    }
}
