package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.facts.History;
import org.qualityzones.inspection.InspectedLots;
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

    History of(DeclaredLine declared, LocalDate day, boolean lotDrawnBefore) {
        InspectedLots.Count count = lots.since(declared.producer(), ShanghaiDays.startOf(day.minusMonths(12)));
        AlertCopies.Count alerted = alerts.since(declared.producer(), day.minusMonths(12));
        return new History(
                sampling.of(declared.producer(), declared.hsCode()),
                count.lots(),
                count.failed(),
                count.passPerMille(),
                alerted.returns(),
                alerted.notifications(),
                lotDrawnBefore);
    }
}
