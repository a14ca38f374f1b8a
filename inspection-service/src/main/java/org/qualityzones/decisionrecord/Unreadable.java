package org.qualityzones.decisionrecord;

import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Why a stored decision is not shown: what is stored of it cannot be read. Always 422; a replay names the first difference. */
final class Unreadable {

    private static final String ASK_A_REPLAY = "; a replay says where";

    private Unreadable() {}

    /** @param what of the decision, such as {@code record} */
    static Problem stored(String what) {
        return Problem.of(CommonProblem.UNPROCESSABLE, "The stored " + what + " cannot be read" + ASK_A_REPLAY);
    }

    static Problem ruleSet(String version) {
        return Problem.of(
                CommonProblem.UNPROCESSABLE,
                "The stored decision names rule set " + version + ", which is not known" + ASK_A_REPLAY);
    }
}
