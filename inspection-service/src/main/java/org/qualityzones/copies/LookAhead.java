package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qualityzones.campaign.Campaigns;
import org.qualityzones.certificate.ExemptionLookup;
import org.qualityzones.facts.Exemption;
import org.qualityzones.reference.References;
import org.qualityzones.sql.RoundTrip;

/**
 * Asks what gathering the facts of lines is going to ask: of one line all in one round trip, of several one thing after the
 * other, each for all of them.
 */
@ApplicationScoped
class LookAhead {

    private final PartyFacts parties;
    private final HistoryFacts history;
    private final Memberships memberships;
    private final RiskWarningCopies warnings;
    private final References references;
    private final ExemptionLookup exemptions;

    LookAhead(
            PartyFacts parties,
            HistoryFacts history,
            Memberships memberships,
            RiskWarningCopies warnings,
            References references,
            ExemptionLookup exemptions) {
        this.parties = parties;
        this.history = history;
        this.memberships = memberships;
        this.warnings = warnings;
        this.references = references;
        this.exemptions = exemptions;
    }

    /**
     * @param day of the declarations
     * @param today of deciding
     * @param lookups takes the answers
     * @return to be run once the round trip is sent
     */
    Runnable ask(RoundTrip trip, Collection<DeclaredLine> lines, LocalDate day, LocalDate today, Lookups lookups) {
        if (lines.size() == 1) {
            Map<List<Object>, Supplier<?>> answers = ask(trip, lines.iterator().next(), day, today);
            return () -> answers.forEach((question, answer) -> lookups.keep(question, answer.get()));
        }
        return () -> askForEach(lines, day, today, lookups);
    }

    /** @return the answers by their questions */
    private Map<List<Object>, Supplier<?>> ask(RoundTrip trip, DeclaredLine line, LocalDate day, LocalDate today) {
        String producer = line.producer();
        String hsCode = line.hsCode();
        Map<List<Object>, Supplier<?>> answers = new LinkedHashMap<>();
        List<References.Key> keys = LineFacts.keys(line);
        for (LocalDate on : Set.copyOf(List.of(day, today))) {
            Supplier<List<References.Row>> rows = trip.ask(References.held(keys, on));
            answers.put(Questions.references(keys, on), () -> new References.Rows(rows.get(), Set.of()));
        }
        Supplier<List<String>> zones = trip.ask(MembershipCopies.zones(producer));
        answers.put(Questions.zones(producer, today), () -> memberships.of(zones.get(), producer, today));
        RiskWarningCopies.Scope scope = RiskWarningCopies.Scope.of(line);
        answers.put(Questions.warnings(scope, today), trip.ask(RiskWarningCopies.matched(today, scope, Moment.NOW)));
        Supplier<Optional<Exemption>> exemption = trip.ask(ExemptionLookup.best(day, producer, hsCode));
        answers.put(
                Questions.exemption(producer, hsCode, day),
                () -> exemption.get().orElse(Exemption.NONE));
        Supplier<Optional<Campaigns.Match>> campaign = trip.ask(Campaigns.matched(hsCode, line.area(), day, null));
        answers.put(Questions.campaign(hsCode, line.area(), day), () -> FactsGatherer.campaign(campaign.get()));
        PartyFacts.ask(trip, producer, today, answers);
        answers.put(Questions.history(producer, hsCode, today), HistoryFacts.ask(trip, line, today));
        return answers;
    }

    private void askForEach(Collection<DeclaredLine> lines, LocalDate day, LocalDate today, Lookups lookups) {
        Set<String> producers = lines.stream().map(DeclaredLine::producer).collect(Collectors.toSet());
        Set<List<References.Key>> keys = lines.stream().map(LineFacts::keys).collect(Collectors.toSet());
        for (LocalDate on : Set.copyOf(List.of(day, today))) {
            references
                    .inForceOfEach(keys, on)
                    .forEach((list, rows) -> lookups.keep(Questions.references(list, on), rows));
        }
        memberships
                .of(producers, today)
                .forEach((producer, zones) -> lookups.keep(Questions.zones(producer, today), zones));
        warnings.matching(today, lines.stream().map(RiskWarningCopies.Scope::of).collect(Collectors.toSet()))
                .forEach((scope, matches) -> lookups.keep(Questions.warnings(scope, today), matches));
        exemptions
                .on(
                        day,
                        lines.stream()
                                .map(line -> new ExemptionLookup.Goods(line.producer(), line.hsCode()))
                                .collect(Collectors.toSet()))
                .forEach((goods, exemption) ->
                        lookups.keep(Questions.exemption(goods.producer(), goods.hsCode(), day), exemption));
        parties.lookAhead(producers, today, lookups);
        history.lookAhead(lines, producers, today, lookups);
    }
}
