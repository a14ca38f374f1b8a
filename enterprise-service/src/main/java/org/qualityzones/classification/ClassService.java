package org.qualityzones.classification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** Proposes classes and decides on proposals, for persons. */
@ApplicationScoped
class ClassService {
    private final ClassAssessments assessments;
    private final ClassRecorder recorder;
    private final ClassConfig config;
    private final EnterpriseAccess access;
    private final Workflow workflow;
    private final Caller caller;
    private final IfMatch ifMatch;

    ClassService(
            ClassAssessments assessments,
            ClassRecorder recorder,
            ClassConfig config,
            EnterpriseAccess access,
            @Named(ClassWorkflow.NAME) Workflow workflow,
            Caller caller,
            IfMatch ifMatch) {
        this.assessments = assessments;
        this.recorder = recorder;
        this.config = config;
        this.access = access;
        this.workflow = workflow;
        this.caller = caller;
        this.ifMatch = ifMatch;
    }

    void mayAct(String uscc) {
        access.requireBureau(access.visible(uscc).areaCode());
    }

    @Transactional(TxType.MANDATORY)
    ClassAssessmentView propose(String uscc, ClassCommands.Propose command) {
        Enterprise enterprise = acting(uscc);
        requireEachElementOnce(command);
        requireLowering(enterprise, command);
        requireRules(ofProposal(enterprise, command), Optional.empty());
        return ClassAssessmentView.of(uscc, recorder.propose(enterprise, command, caller.subject()));
    }

    @Transactional(TxType.MANDATORY)
    ClassAssessmentView move(String uscc, UUID id, ClassCommands.Transition command) {
        Enterprise enterprise = access.visibleForUpdate(uscc);
        ClassAssessment assessment = assessments.requiredForUpdate(enterprise.id(), id);
        workflow.check(assessment.state(), command.action(), caller);
        ifMatch.require(assessment.version());
        switch (command.action()) {
            case "approve" -> approve(enterprise, assessment, command.reason());
            case "refuse" ->
                recorder.drop(enterprise, assessment, AssessmentState.REFUSED, reason(command), caller.subject());
            case "withdraw" ->
                recorder.drop(enterprise, assessment, AssessmentState.WITHDRAWN, reason(command), caller.subject());
            default -> throw new IllegalArgumentException("no act for action " + command.action());
        }
        return ClassAssessmentView.of(uscc, assessment);
    }

    @Transactional
    ClassAssessmentView get(String uscc, UUID id) {
        return ClassAssessmentView.of(
                uscc, assessments.required(access.fileOf(uscc).id(), id));
    }

    @Transactional
    Page<ClassAssessmentView> list(String uscc, PageRequest page) {
        UUID enterprise = access.fileOf(uscc).id();
        return Page.of(assessments.page(enterprise, page.after(), page.limit()), page, ClassAssessment::id)
                .map(assessment -> ClassAssessmentView.of(uscc, assessment));
    }

    private void approve(Enterprise enterprise, ClassAssessment assessment, String reason) {
        requireRegistered(enterprise);
        ClassCase facts = new ClassCase(
                enterprise.qualityClass(),
                assessment.proposedClass(),
                assessments.loweredOn(enterprise.id()),
                assessment.restores().isPresent(),
                assessment.proposedBy(),
                Optional.of(caller.subject()),
                Set.copyOf(caller.roles()),
                recorder.today());
        requireRules(facts, Optional.of(assessment));
        recorder.approve(enterprise, assessment, reason, caller.subject());
    }

    private ClassCase ofProposal(Enterprise enterprise, ClassCommands.Propose command) {
        return new ClassCase(
                enterprise.qualityClass(),
                command.proposedClass(),
                assessments.loweredOn(enterprise.id()),
                command.restores() != null,
                caller.subject(),
                Optional.empty(),
                Set.of(),
                recorder.today());
    }

    private Enterprise acting(String uscc) {
        Enterprise enterprise = access.visibleForUpdate(uscc);
        requireRegistered(enterprise);
        return enterprise;
    }

    private void requireRules(ClassCase facts, Optional<ClassAssessment> assessment) {
        ClassRule.firstRefusal(facts, config).ifPresent(refusal -> {
            Problem problem = Problem.of(ClassProblem.CLASS_RULE, refusal.why()).with("rule", refusal.rule());
            assessment.ifPresent(of ->
                    problem.with("allowedActions", workflow.allowed(of.state().name(), caller)));
            throw problem;
        });
    }

    private void requireLowering(Enterprise enterprise, ClassCommands.Propose command) {
        if (command.restores() == null) {
            return;
        }
        ClassAssessment lowering = assessments.required(enterprise.id(), command.restores());
        boolean undoes = lowering.state() == AssessmentState.APPROVED
                && lowering.proposedClass().worseThan(lowering.fromClass())
                && lowering.fromClass() == command.proposedClass();
        if (!undoes) {
            throw Problems.invalid(
                    "/restores", "not-a-lowering", "restores names an approved lowering from the class proposed");
        }
    }

    private static void requireRegistered(Enterprise enterprise) {
        if (enterprise.isDeregistered()) {
            throw Problem.of(EnterpriseProblem.ENTERPRISE_DEREGISTERED, "A deregistered enterprise is not classified");
        }
    }

    private static void requireEachElementOnce(ClassCommands.Propose command) {
        Set<ClassElement> seen = new HashSet<>();
        for (int i = 0; command.elements() != null && i < command.elements().size(); i++) {
            if (!seen.add(command.elements().get(i).element())) {
                throw Problems.invalid("/elements/" + i + "/element", "repeated", "Each element is scored once");
            }
        }
    }

    private static String reason(ClassCommands.Transition command) {
        if (command.reason() == null) {
            throw Problems.invalid("/reason", "required", "Say why");
        }
        return command.reason();
    }
}
