package org.qualityzones.samplingstate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.qualityzones.web.Caller;
import org.qualityzones.web.Page;
import org.qualityzones.web.Problems;
import org.qualityzones.web.Roles;

/** Shows switching states: offices see all, an enterprise its own. */
@ApplicationScoped
class SamplingStateService {

    private final SamplingStates states;

    SamplingStateService(SamplingStates states) {
        this.states = states;
    }

    /** All states on record of a producer under a heading; a heading that is not listed is in normal inspection. */
    @Transactional
    Page<SamplingStateView> list(String uscc, String hsPrefix, Caller caller) {
        boolean office = caller.isAny(Roles.INSPECTOR, Roles.BUREAU, Roles.AUTHORITY, Roles.AUDITOR);
        if (!office && !caller.owns(uscc)) {
            throw Problems.notYourRow("/uscc", "An enterprise sees its own sampling states only");
        }
        return new Page<>(
                states.list(uscc, hsPrefix == null ? "" : hsPrefix).stream()
                        .map(row -> SamplingStateView.of(uscc, row))
                        .toList(),
                null);
    }
}
