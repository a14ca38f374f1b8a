package org.qualityzones.web;

/**
 * A kind of problem (RFC 9457). Features list theirs in an enum; {@code docs/errors.md} and the gateway's problem pages
 * are made from these.
 */
public interface ProblemType {

    /** Last segment of the problem's {@code type} URI, kebab case, never changed once published. */
    String slug();

    /** HTTP status of the answer. */
    int status();

    /** Short summary in English; {@code <slug>.title} of a {@code problems_zh} bundle gives the Chinese one. */
    String title();
}
