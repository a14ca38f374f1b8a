package org.qualityzones.lintreport;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.qualityzones.lint.LintReport;
import org.qualityzones.lint.Linter;
import org.qualityzones.ruleset.RuleSet;

/** Looks documents through, one at a time because a look takes a processor for seconds; the last ones are remembered. */
@ApplicationScoped
class Looks {

    private static final int KEPT = 16;

    private final ReentrantLock one = new ReentrantLock();
    private final Map<Question, LintReport> known = new LinkedHashMap<>();

    private record Question(String digest, LocalDate today, Set<String> repealed) {}

    /** @param repealed instruments known as repealed, whatever the document says of them */
    LintReport at(RuleSet ruleSet, LocalDate today, Set<String> repealed) {
        Question question = new Question(ruleSet.digest(), today, Set.copyOf(repealed));
        one.lock();
        try {
            LintReport report = known.get(question);
            if (report == null) {
                report = Linter.lint(ruleSet, today, repealed);
                known.put(question, report);
                if (known.size() > KEPT) {
                    known.remove(known.keySet().iterator().next());
                }
            }
            return report;
        } finally {
            one.unlock();
        }
    }
}
