package org.qualityzones.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import org.qualityzones.contracts.EventTypes;
import org.qualityzones.contracts.StatusChanged;
import org.qualityzones.messaging.StateVersions;
import org.qualityzones.web.AsOf;
import org.qualityzones.web.Audit;
import org.qualityzones.web.Caller;
import org.qualityzones.web.IfMatch;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Workflow;

/** Registers, amends, shows and lists enterprises, and moves their standing. */
@ApplicationScoped
class EnterpriseService {
    private final Enterprises enterprises;
    private final Register register;
    private final EnterpriseAccess access;
    private final EnterpriseRecorder recorder;
    private final StateVersions versions;
    private final Workflow workflow;
    private final Caller caller;
    private final IfMatch ifMatch;
    private final Audit audit;
    private final CivilDays days;

    EnterpriseService(
            Enterprises enterprises,
            Register register,
            EnterpriseAccess access,
            EnterpriseRecorder recorder,
            StateVersions versions,
            @Named(EnterpriseWorkflow.NAME) Workflow workflow,
            Caller caller,
            IfMatch ifMatch,
            Audit audit,
            CivilDays days) {
        this.enterprises = enterprises;
        this.register = register;
        this.access = access;
        this.recorder = recorder;
        this.versions = versions;
        this.workflow = workflow;
        this.caller = caller;
        this.ifMatch = ifMatch;
        this.audit = audit;
        this.days = days;
    }

    void mayRegister(EnterpriseCommands.Register command) {
        access.requireOwnOrBureau(command.uscc(), command.areaCode());
    }

    @Transactional(TxType.MANDATORY)
    EnterpriseView register(EnterpriseCommands.Register command) {
        return view(register.add(command.uscc(), command.particulars(), Register.API));
    }

    @Transactional
    EnterpriseView amend(String uscc, EnterpriseCommands.Amend command) {
        Enterprise enterprise = access.visibleForUpdate(uscc);
        access.requireOwnOrBureau(uscc, enterprise.areaCode());
        access.requireOwnOrBureau(uscc, command.areaCode());
        ifMatch.require(enterprise.version());
        if (command.uscc() != null && !command.uscc().equals(uscc)) {
            throw Problems.invalid("/uscc", "path-mismatch", "The code of an enterprise never changes");
        }
        register.amend(enterprise, command.particulars());
        return view(enterprise);
    }

    void mayMove(String uscc) {
        access.requireBureau(access.visible(uscc).areaCode());
    }

    @Transactional(TxType.MANDATORY)
    EnterpriseView move(String uscc, EnterpriseCommands.Transition command) {
        Enterprise enterprise = enterprises.requiredForUpdate(uscc);
        LocalDate today = days.today();
        String from = enterprise.stage(today);
        workflow.check(from, command.action(), caller);
        ifMatch.require(enterprise.version());
        Standing.of(command.action()).apply(enterprise, command, today);
        StatusChanged change = new StatusChanged(command.action(), from, enterprise.stage(today), command.reason());
        recorder.record(enterprise, EventTypes.ENTERPRISE_STATUS_CHANGED, change);
        audit.record("enterprise." + command.action(), uscc, null);
        return view(enterprise);
    }

    @Transactional
    EnterpriseView get(String uscc, AsOf at) {
        Enterprise enterprise = access.visible(uscc);
        if (at.isNow()) {
            return view(enterprise);
        }
        return versions.at(
                        EnterpriseRecorder.KIND,
                        uscc,
                        at.asOf().orElseGet(days::now),
                        at.knownAt().orElseGet(days::now))
                .map(EnterpriseView::of)
                .orElseThrow(() -> Problems.notFound("version at that instant of enterprise", uscc));
    }

    @Transactional
    Page<EnterpriseView> list(EnterpriseFilter filter, PageRequest page) {
        List<Enterprise> rows =
                enterprises.page(filter, access.visibleRows(), days.today(), page.after(), page.limit());
        return Page.of(rows, page, Enterprise::id).map(this::view);
    }

    private EnterpriseView view(Enterprise enterprise) {
        return EnterpriseView.of(enterprise, access.seesContacts(enterprise));
    }
}
