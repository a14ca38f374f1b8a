package org.qualityzones.lint;

import java.util.List;

/**
 * All findings about one document.
 *
 * @param exhaustive whether all values that can make a difference were looked at; otherwise the rules calculate with facts
 * @param findings errors first, then in order of the document
 */
public record LintReport(
        String ruleSet, String digest, long errors, long warnings, boolean exhaustive, List<Finding> findings) {

    public boolean hasErrors() {
        return errors > 0;
    }
}
