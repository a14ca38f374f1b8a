package org.qualityzones.decisionoverride;

import java.util.Locale;
import org.qualityzones.web.Problem;

/** What stands against an override; each is answered by its code. */
public enum OverrideRule {
    /** The declaration was withdrawn. */
    DECLARATION_WITHDRAWN(OverrideProblem.NOT_OVERRIDABLE),
    /** An amendment removed the line. */
    LINE_REMOVED(OverrideProblem.NOT_OVERRIDABLE),
    /** Another decision took the place of this one. */
    SUPERSEDED(OverrideProblem.NOT_OVERRIDABLE),
    /** A result of an inspection is there: the lot is cleared or refused on what was found. */
    RESULT_RECORDED(OverrideProblem.NOT_OVERRIDABLE),
    /** The documents were verified. */
    DOCUMENTS_VERIFIED(OverrideProblem.NOT_OVERRIDABLE),
    /** The term of the clearance is over. */
    CLEARANCE_EXPIRED(OverrideProblem.NOT_OVERRIDABLE),
    /** Somebody has taken the inspection, and the outcome is laxer. */
    INSPECTION_STARTED(OverrideProblem.NOT_OVERRIDABLE),
    /** Another override of this decision waits for its second person. */
    ALREADY_PROPOSED(OverrideProblem.NOT_OVERRIDABLE),
    /** The decision in force has this outcome. */
    SAME_OUTCOME(OverrideProblem.OVERRIDE_RULE),
    /** Exemption is granted by certificate or to a whole zone (进出口商品免验办法), never lot by lot. */
    EXEMPTION_BY_CERTIFICATE(OverrideProblem.OVERRIDE_RULE),
    /**
     * The rules hold the line today. What holds it is another act (a warning's measure under AQSIQ Order 1, a party's
     * suspension, a registration that is missing, GB/T 2828.1-2012 clause 9.4), and ends by that act's own procedure only.
     */
    HELD(OverrideProblem.OVERRIDE_RULE),
    /** A lot that needs a certificate is inspected (进出口商品免验办法). */
    CERTIFICATE_REQUESTED(OverrideProblem.OVERRIDE_RULE),
    /** Who proposed an override neither approves nor refuses it (CONFIGURED). */
    SECOND_PERSON(OverrideProblem.OVERRIDE_RULE);

    private final OverrideProblem problem;

    OverrideRule(OverrideProblem problem) {
        this.problem = problem;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal, naming the rule. */
    public Problem refusal(String detail) {
        return Problem.of(problem, detail).with("rule", code());
    }
}
