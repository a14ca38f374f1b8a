package org.qualityzones.lint;

import java.util.ArrayList;
import java.util.List;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.Title;

/** Findings as they are made; a search that was given up is one too, said once for each place and kind. */
final class Findings {

    private final Examples examples;
    private final List<Finding> all = new ArrayList<>();

    Findings(Examples examples) {
        this.examples = examples;
    }

    void add(Finding finding) {
        all.add(finding);
    }

    List<Finding> all() {
        return all;
    }

    /** An error when an input was found that shows it; a warning when the search was given up. */
    void report(ExampleSearch.Result result, LintCode code, String pointer, String subject, Title message) {
        switch (result) {
            case ExampleSearch.Result.Found found ->
                add(Finding.error(code, pointer, subject, message, found.example()));
            case ExampleSearch.Result.Unsettled _ ->
                unsettled(
                        pointer,
                        subject,
                        new Title(
                                "未能查遍全部输入：" + code.title().zh(),
                                "Not all inputs were looked at for: "
                                        + code.title().en()));
            case ExampleSearch.Result.Never _ -> {}
        }
    }

    void unsettled(Rule rule, String pointer, Title message) {
        unsettled(pointer, rule.id(), message);
    }

    private void unsettled(String pointer, String subject, Title message) {
        boolean said = all.stream()
                .anyMatch(finding -> finding.code() == LintCode.NOT_SETTLED
                        && finding.pointer().equals(pointer)
                        && finding.message().equals(message));
        if (!said) {
            add(Finding.warning(LintCode.NOT_SETTLED, pointer, subject, message, examples.ofAny(_ -> true)));
        }
    }
}
