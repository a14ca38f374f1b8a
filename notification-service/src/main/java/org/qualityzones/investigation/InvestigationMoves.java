package org.qualityzones.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.Problems;

/** What each action asks for and makes of an investigation that it is legal for. */
@ApplicationScoped
class InvestigationMoves {

    private static final String REQUIRED = "required";

    private final InvestigationConfig config;

    InvestigationMoves(InvestigationConfig config) {
        this.config = config;
    }

    Investigation apply(Investigation before, InvestigationCommands.Transition command, Instant now) {
        return switch (command.action()) {
            case InvestigationWorkflow.ASSIGN -> before.assigned(investigators(command));
            case InvestigationWorkflow.TRANSFER -> before.transferred(area(before, command));
            case InvestigationWorkflow.CONCLUDE -> before.concluded(finding(command, now));
            case InvestigationWorkflow.CLOSE -> closed(before, command, now);
            default -> throw new IllegalStateException("The workflow knows " + command.action());
        };
    }

    /** Two persons investigate together (双人调查). */
    private List<String> investigators(InvestigationCommands.Transition command) {
        List<String> given = command.investigators() == null ? List.of() : command.investigators();
        List<String> persons = given.stream().distinct().toList();
        if (persons.size() < config.investigators()) {
            throw Problems.invalid(
                    "/investigators", "too-few", config.investigators() + " different persons investigate at least");
        }
        return persons;
    }

    private static String area(Investigation before, InvestigationCommands.Transition command) {
        requireReason(command);
        if (command.areaCode() == null) {
            throw Problems.invalid("/areaCode", REQUIRED, "transfer names the area of the office that goes on");
        }
        if (command.areaCode().equals(before.areaCode())) {
            throw Problems.invalid("/areaCode", "same-area", "The investigation is with this area's office");
        }
        return command.areaCode();
    }

    /** What lies beside quality (annex 4) is not held against the producer: CONFIGURED. */
    private static Investigation.Finding finding(InvestigationCommands.Transition command, Instant now) {
        require(command.attribution(), "/attribution");
        require(command.causeCode(), "/causeCode");
        boolean blamed = command.attribution() != Attribution.FOREIGN_REGULATION_SURVEILLANCE_OR_DESIGN;
        if (blamed && !command.causeCode().liesInTheGoods()) {
            throw Problem.of(CommonProblem.UNPROCESSABLE, "A cause beside quality is not attributed to the producer")
                    .at("/causeCode", "cause-not-quality", command.causeCode() + " is no fault of the goods");
        }
        return new Investigation.Finding(command.attribution(), command.causeCode(), command.conclusion(), now);
    }

    private static Investigation closed(Investigation before, InvestigationCommands.Transition command, Instant now) {
        if (before.finding() == null) {
            requireReason(command);
        }
        return before.closed(now);
    }

    private static void requireReason(InvestigationCommands.Transition command) {
        require(command.reason(), "/reason");
    }

    private static void require(Object value, String pointer) {
        if (value == null) {
            throw Problems.invalid(pointer, REQUIRED, "The action needs it");
        }
    }
}
