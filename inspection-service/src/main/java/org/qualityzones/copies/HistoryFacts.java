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

    HistoryFacts(SamplingStates sampling, InspectedLots lots) {
        this.sampling = sampling;
        this.lots = lots;
    }

    History of(DeclaredLine declared, LocalDate day, boolean lotDrawnBefore) {
        InspectedLots.Count count = lots.since(declared.producer(), ShanghaiDays.startOf(day.minusMonths(12)));
        return new History(
                sampling.of(declared.producer(), declared.hsCode()),
                count.lots(),
                count.failed(),
                count.passPerMille(),
                0,
                0,
                lotDrawnBefore);
    }
}
