package org.qualityzones.gateway.access;

import org.qualityzones.gateway.Refusal;

/** What became of a token. */
sealed interface Verdict {

    /** It is good. */
    record Accepted(VerifiedToken token) implements Verdict {}

    /** It is not, or cannot be verified now. */
    record Refused(Refusal refusal) implements Verdict {}
}
