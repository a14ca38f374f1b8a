package org.qualityzones.lint;

import org.qualityzones.ruleset.Title;

/**
 * One defect of a rule set.
 *
 * @param severity an error keeps the rule set from being published
 * @param acknowledged a warning that the document itself answers for, with a person's reason
 * @param pointer RFC 6901, into the document
 * @param subject id of the rule, parameter, definition or mode; null for a table without one
 * @param reached false when no input reaches the place; its example is then any input that the set decides
 * @param message what is wrong, in words
 * @param example an input that shows it
 */
public record Finding(
        LintCode code,
        Severity severity,
        boolean acknowledged,
        String pointer,
        String subject,
        boolean reached,
        Title message,
        Example example) {

    /** How bad a finding is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static Finding error(LintCode code, String pointer, String subject, Title message, Example example) {
        return new Finding(code, Severity.ERROR, false, pointer, subject, example != null, message, example);
    }

    static Finding warning(LintCode code, String pointer, String subject, Title message, Example example) {
        return new Finding(code, Severity.WARNING, false, pointer, subject, example != null, message, example);
    }

    /** The same with an input in place of the one that is missing. */
    Finding shownBy(Example any) {
        return example != null
                ? this
                : new Finding(code, severity, acknowledged, pointer, subject, false, message, any);
    }
}
