package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.facts.History;
import org.qualityzones.inspection.InspectedLots;
import org.qualityzones.sampling.SamplingState;
import org.qualityzones.samplingstate.SamplingStates;
import org.qualityzones.sql.RoundTrip;

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
        return history(sampling(declared, moment, unknown), count, alerted, lotDrawnBefore);
    }

    /** What is asked of one line now, as it joins a round trip. */
    static Supplier<History> ask(RoundTrip trip, DeclaredLine line, LocalDate day) {
        LocalDate since = day.minusMonths(12);
        Supplier<Optional<SamplingState>> state = trip.ask(SamplingStates.state(line.producer(), line.hsCode()));
        Supplier<InspectedLots.Count> count =
                trip.ask(InspectedLots.counted(line.producer(), ShanghaiDays.startOf(since), null));
        Supplier<AlertCopies.Count> alerted = trip.ask(AlertCopies.published(line.producer(), since));
        return () -> history(state.get().orElse(SamplingState.NORMAL), count.get(), alerted.get(), false);
    }

    /** Looks up at once what is asked of the producers of these lines next. */
    void lookAhead(Collection<DeclaredLine> lines, Set<String> producers, LocalDate day, Lookups lookups) {
        Map<SamplingStates.Product, SamplingState> states =
                sampling.of(lines.stream().map(HistoryFacts::product).collect(Collectors.toSet()));
        Map<String, InspectedLots.Count> counts =
                lots.between(producers, ShanghaiDays.startOf(day.minusMonths(12)), null);
        Map<String, AlertCopies.Count> alerted = alerts.since(producers, day.minusMonths(12));
        for (DeclaredLine line : lines) {
            lookups.keep(
                    Questions.history(line.producer(), line.hsCode(), day),
                    history(
                            states.get(product(line)),
                            counts.get(line.producer()),
                            alerted.get(line.producer()),
                            false));
        }
    }

    private static SamplingStates.Product product(DeclaredLine line) {
        return SamplingStates.Product.of(line.producer(), line.hsCode());
    }

    private static History history(
            SamplingState state, InspectedLots.Count count, AlertCopies.Count alerted, boolean lotDrawnBefore) {
        return new History(
                state,
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
