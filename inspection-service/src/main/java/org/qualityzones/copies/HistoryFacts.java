package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.facts.History;
import org.qualityzones.inspection.InspectedLots;
import org.qualityzones.sampling.SamplingState;
import org.qualityzones.samplingstate.SamplingStates;

/** What became of a producer's earlier lots. */
@ApplicationScoped
class HistoryFacts {

    private final SamplingStates sampling;
    private final InspectedLots lots;
    private final AlertCopies alerts;

    HistoryFacts(SamplingStates sampling, InspectedLots lots, AlertCopies alerts) {
        this.alerts = alerts;
        this.sampling = sampling;
        this.lots = lots;
    }

    /** @param unknown takes what is not on record */
    History of(
            DeclaredLine declared, LocalDate day, boolean lotDrawnBefore, Moment moment, Collection<String> unknown) {
        InspectedLots.Count count = lots.between(
                declared.producer(), ShanghaiDays.startOf(day.minusMonths(12)), moment.isNow() ? null : moment.done());
        AlertCopies.Count alerted = alerts.since(declared.producer(), day.minusMonths(12), moment);
        return new History(
                sampling(declared, moment, unknown),
                count.lots(),
                count.failed(),
                count.passPerMille(),
                alerted.returns(),
                alerted.notifications(),
                lotDrawnBefore);
    }

    private SamplingState sampling(DeclaredLine declared, Moment moment, Collection<String> unknown) {
        if (moment.isNow()) {
            return sampling.of(declared.producer(), declared.hsCode());
        }
        Optional<SamplingState> then = sampling.at(moment.done(), declared.producer(), declared.hsCode());
        if (then.isEmpty()) {
            unknown.add("history.sampling");
        }
        return then.orElse(SamplingState.NORMAL);
    }
}
