package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.correctiveaction.CorrectiveActionCounts;
import org.qualityzones.exportvalue.ExportValues;
import org.qualityzones.facts.Consignor;
import org.qualityzones.facts.CreditLevel;
import org.qualityzones.facts.PartyStatus;
import org.qualityzones.facts.Producer;
import org.qualityzones.facts.Suspension;
import org.qualityzones.reference.ReferenceTable;
import org.qualityzones.reference.References;
import org.qualityzones.sql.RoundTrip;

/** The facts about producer and consignor on a day. */
@ApplicationScoped
class PartyFacts {

    private final CorrectiveActionCounts actions;
    private final ExportValues exports;

    PartyFacts(CorrectiveActionCounts actions, ExportValues exports) {
        this.actions = actions;
        this.exports = exports;
    }

    /** What this service itself has on record of a producer. */
    record OwnRecords(long exportUsd12m, long openActions, long overdueActions) {}

    /** As it is now, with what the filings of this transaction have added. */
    OwnRecords ownRecords(String producer, LocalDate day, KnownParties filing) {
        Lookups lookups = filing.lookups();
        CorrectiveActionCounts.Count open =
                lookups.once(() -> actions.on(day, producer), Questions.actions(producer, day));
        LocalDate since = day.minusMonths(12);
        BigDecimal recorded =
                lookups.once(() -> exports.centsSince(producer, since), Questions.exports(producer, since));
        return new OwnRecords(
                ExportValues.usdSince(producer, since, recorded, filing.cleared()), open.open(), open.overdue());
    }

    /** What is asked of one producer now, as it joins a round trip. @param answers takes the answers by their questions */
    static void ask(RoundTrip trip, String producer, LocalDate day, Map<List<Object>, Supplier<?>> answers) {
        LocalDate since = day.minusMonths(12);
        answers.put(Questions.actions(producer, day), trip.ask(CorrectiveActionCounts.counted(day, producer)));
        answers.put(Questions.exports(producer, since), trip.ask(ExportValues.summed(producer, since)));
    }

    /** Looks up at once what is asked of these producers next. */
    void lookAhead(Set<String> producers, LocalDate day, Lookups lookups) {
        LocalDate since = day.minusMonths(12);
        actions.on(day, producers).forEach((producer, count) -> lookups.keep(Questions.actions(producer, day), count));
        exports.centsSince(producers, since)
                .forEach((producer, cents) -> lookups.keep(Questions.exports(producer, since), cents));
    }

    /** The same at another moment. @param unknown takes what is not on record */
    OwnRecords ownRecords(String producer, LocalDate day, Moment moment, Collection<String> unknown) {
        CorrectiveActionCounts.CountAt open = actions.at(moment.done(), day, producer);
        OptionalLong exported = exports.usdSince(producer, day.minusMonths(12), moment.done());
        if (!open.overdueKnown()) {
            unknown.add("producer.overdueCorrectiveActions");
        }
        if (exported.isEmpty()) {
            unknown.add("producer.exportUsd12m");
        }
        return new OwnRecords(exported.orElse(0), open.open(), open.overdue());
    }

    static Producer producer(
            Optional<Parties.Party> party,
            Memberships.Of member,
            Producer.LimitedRegistration registration,
            OwnRecords own,
            LocalDate day) {
        if (party.isEmpty()) {
            return new Producer(
                    false,
                    PartyStatus.ACTIVE,
                    Suspension.NONE,
                    Producer.ProducerClass.UNCLASSIFIED,
                    CreditLevel.UNRATED,
                    member.titles(),
                    registration,
                    0,
                    0,
                    own.exportUsd12m(),
                    List.of(),
                    own.openActions(),
                    own.overdueActions());
        }
        EnterpriseState state = party.get().state();
        boolean classOver = state.classValidUntil() != null && day.isAfter(state.classValidUntil());
        return new Producer(
                true,
                party.get().status(),
                party.get().suspensionOn(day),
                classOver ? Producer.ProducerClass.UNCLASSIFIED : Producer.ProducerClass.valueOf(state.class_()),
                CreditLevel.valueOf(state.creditLevel()),
                member.titles(),
                registration,
                penaltiesSince(state, day.minusMonths(12), day),
                penaltiesSince(state, day.minusMonths(24), day),
                own.exportUsd12m(),
                certifications(state, day),
                own.openActions(),
                own.overdueActions());
    }

    static Producer.LimitedRegistration registration(References.Rows rows, String hsCode) {
        if (!rows.any(ReferenceTable.REGISTRATION_REGIMES)) {
            return Producer.LimitedRegistration.NONE;
        }
        boolean registered =
                rows.of(ReferenceTable.REGISTRATIONS).stream().anyMatch(row -> hsCode.startsWith(row.subkey()));
        return registered ? Producer.LimitedRegistration.REGISTERED : Producer.LimitedRegistration.UNREGISTERED;
    }

    private static long penaltiesSince(EnterpriseState state, LocalDate after, LocalDate day) {
        return state.penalties() == null
                ? 0
                : state.penalties().stream()
                        .filter(penalty ->
                                penalty.on().isAfter(after) && !penalty.on().isAfter(day))
                        .count();
    }

    private static List<String> certifications(EnterpriseState state, LocalDate day) {
        return state.certifications() == null
                ? List.of()
                : state.certifications().stream()
                        .filter(certification -> Parties.inForce(day, null, certification.validUntil()))
                        .map(EnterpriseState.Certification::scheme)
                        .toList();
    }

    static Consignor consignor(Optional<Parties.Party> party, LocalDate day) {
        return party.map(known -> new Consignor(
                        true,
                        known.status(),
                        known.suspensionOn(day),
                        CreditLevel.valueOf(known.state().creditLevel())))
                .orElse(new Consignor(false, PartyStatus.ACTIVE, Suspension.NONE, CreditLevel.UNRATED));
    }
}
