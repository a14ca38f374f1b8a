package org.qualityzones.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.qualityzones.web.Answer;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Page;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.Problems;

/** Answers which rule sets there are and what they say. */
@ApplicationScoped
class RuleBookService {

    private final RuleSets sets;

    RuleBookService(RuleSets sets) {
        this.sets = sets;
    }

    /** Newest first; drafts for those who draft and audit. */
    @Transactional
    Page<RuleSetView> list(PageRequest page, Caller caller) {
        return Page.of(sets.newest(RuleBook.seesDrafts(caller), page.after(), page.limit() + 1), page, RuleSetRow::id)
                .map(RuleSetView::brief);
    }

    @Transactional
    Answer find(String version, Caller caller) {
        RuleSetRow row = visible(version, caller);
        return Answer.ok(row.revision(), RuleSetView.whole(row));
    }

    private RuleSetRow visible(String version, Caller caller) {
        return sets.find(version)
                .filter(row -> row.status().isFixed() || RuleBook.seesDrafts(caller))
                .orElseThrow(() -> Problems.notFound("rule set", version));
    }
}
