package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qualityzones.campaign.Campaigns;
import org.qualityzones.catalogue.CatalogueEntry;
import org.qualityzones.catalogue.CatalogueSnapshot;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.contracts.Topics;
import org.qualityzones.correctiveaction.CorrectiveActionCounts;
import org.qualityzones.decision.AsOf;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.facts.Campaign;
import org.qualityzones.facts.Consignor;
import org.qualityzones.facts.CreditLevel;
import org.qualityzones.facts.Exemption;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.History;
import org.qualityzones.facts.Line;
import org.qualityzones.facts.PartyStatus;
import org.qualityzones.facts.Producer;
import org.qualityzones.facts.ProductRisk;
import org.qualityzones.facts.Suspension;
import org.qualityzones.facts.Warning;
import org.qualityzones.inspection.InspectedLots;
import org.qualityzones.messaging.Freshness;
import org.qualityzones.reference.ReferenceTable;
import org.qualityzones.reference.References;
import org.qualityzones.samplingstate.SamplingStates;

/** Gathers everything that the decision of one line reads; the only place where deciding touches the database. */
@ApplicationScoped
public class FactsGatherer {

    private static final List<String> COUNTED_IN_ITEMS = List.of("H87", "PR");

    private final Parties parties;
    private final Memberships memberships;
    private final RiskWarningCopies warnings;
    private final References references;
    private final Campaigns campaigns;
    private final Freshness freshness;
    private final SamplingStates sampling;
    private final InspectedLots lots;
    private final CorrectiveActionCounts actions;

    FactsGatherer(
            Parties parties,
            Memberships memberships,
            RiskWarningCopies warnings,
            References references,
            Campaigns campaigns,
            Freshness freshness,
            SamplingStates sampling,
            InspectedLots lots,
            CorrectiveActionCounts actions) {
        this.parties = parties;
        this.memberships = memberships;
        this.warnings = warnings;
        this.references = references;
        this.campaigns = campaigns;
        this.freshness = freshness;
        this.sampling = sampling;
        this.lots = lots;
        this.actions = actions;
    }

    /**
     * Facts with the versions they come from.
     *
     * @param memberOf zones the producer belongs to
     */
    public record Gathered(Facts facts, AsOf asOf, List<String> memberOf) {

        /** The same with another number of the draw. */
        public Gathered withDraw(String u64) {
            return new Gathered(facts.withDraw(u64), asOf, memberOf);
        }
    }

    /**
     * Facts of one declared line on its day.
     *
     * @param draw 16 hex digits, or null where no draw is taken (evaluations)
     */
    public Gathered gather(
            DeclaredLine declared, LocalDate day, CatalogueSnapshot catalogue, String draw, boolean lotDrawnBefore) {
        Optional<Parties.Party> producer = parties.find(declared.producer());
        Optional<Parties.Party> consignor =
                declared.consignor().equals(declared.producer()) ? producer : parties.find(declared.consignor());
        Optional<CatalogueEntry> entry = catalogue.find(declared.hsCode(), day);
        References.Rows rows = references.inForce(keys(declared), day);
        Memberships.Of member = memberships.of(declared.producer(), day);
        List<RiskWarningCopies.Match> matches = warnings.matching(
                day, declared.hsCode(), declared.destination(), List.of(declared.producer(), declared.consignor()));

        Facts facts = new Facts(
                line(declared, rows, day),
                entry.map(found -> new Facts.Catalogue(
                                found.conditions(), found.categories(), Long.toString(catalogue.version())))
                        .orElse(new Facts.Catalogue(List.of(), List.of(), Long.toString(catalogue.version()))),
                entry.map(CatalogueEntry::productRisk).map(ProductRisk::valueOf).orElse(ProductRisk.HIGHER),
                producer(producer, member, rows, declared, day),
                consignor(consignor, day),
                member.zones(),
                Exemption.NONE,
                matches.stream()
                        .map(match -> new Warning(match.id(), match.level(), Warning.Measure.valueOf(match.measure())))
                        .toList(),
                history(declared, day, lotDrawnBefore),
                campaign(declared, day),
                new Facts.DirectRelease(
                        rows.any(ReferenceTable.DIRECT_RELEASE_APPROVALS),
                        rows.any(ReferenceTable.DIRECT_RELEASE_GOODS),
                        List.of()),
                stale(declared),
                draw);
        return new Gathered(facts, asOf(producer, consignor, member, matches), member.codes());
    }

    private History history(DeclaredLine declared, LocalDate day, boolean lotDrawnBefore) {
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

    /** Whether a zone of this code was ever heard of. */
    public boolean knowsZone(String code) {
        return memberships.knowsZone(code);
    }

    private Campaign campaign(DeclaredLine declared, LocalDate day) {
        return campaigns
                .matching(declared.hsCode(), declared.area(), day)
                .map(match -> new Campaign(match.id().toString(), match.millionths()))
                .orElse(Campaign.NONE);
    }

    private static List<References.Key> keys(DeclaredLine declared) {
        List<References.Key> keys = new ArrayList<>();
        keys.add(new References.Key(ReferenceTable.PSI_DESTINATIONS, declared.destination()));
        keys.add(new References.Key(ReferenceTable.FEE_PERIODS, ReferenceTable.EXPORT_INSPECTION_FEE));
        keys.add(new References.Key(ReferenceTable.EXCHANGE_RATES, declared.currency()));
        keys.add(new References.Key(ReferenceTable.REGISTRATIONS, declared.producer()));
        keys.add(new References.Key(ReferenceTable.DIRECT_RELEASE_APPROVALS, declared.producer()));
        declared.reportIssuers()
                .forEach(issuer -> keys.add(new References.Key(ReferenceTable.LISTED_THIRD_PARTIES, issuer)));
        for (int length = 2; length <= declared.hsCode().length(); length += 2) {
            String prefix = declared.hsCode().substring(0, length);
            keys.add(new References.Key(ReferenceTable.REGISTRATION_REGIMES, prefix));
            keys.add(new References.Key(ReferenceTable.DIRECT_RELEASE_GOODS, prefix));
        }
        return keys;
    }

    private static Line line(DeclaredLine declared, References.Rows rows, LocalDate day) {
        return new Line(
                declared.hsCode(),
                declared.destination(),
                Line.Purpose.valueOf(declared.purpose()),
                declared.certificateRequested(),
                declared.directReleaseRequested(),
                declared.selfDeclared() || rows.any(ReferenceTable.LISTED_THIRD_PARTIES),
                rows.any(ReferenceTable.PSI_DESTINATIONS),
                rows.any(ReferenceTable.FEE_PERIODS),
                lotSize(declared),
                usdCents(declared, rows),
                day);
    }

    private static Long lotSize(DeclaredLine declared) {
        if (COUNTED_IN_ITEMS.contains(declared.unit())) {
            BigDecimal quantity = declared.quantity().stripTrailingZeros();
            return quantity.scale() <= 0 ? Long.valueOf(quantity.longValueExact()) : declared.items();
        }
        return declared.items();
    }

    private static Long usdCents(DeclaredLine declared, References.Rows rows) {
        BigDecimal rate = "USD".equals(declared.currency())
                ? BigDecimal.ONE
                : rows.first(ReferenceTable.EXCHANGE_RATES)
                        .map(row -> new BigDecimal(row.value()))
                        .orElse(null);
        return rate == null
                ? null
                : declared.amount()
                        .multiply(rate)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private Producer producer(
            Optional<Parties.Party> party,
            Memberships.Of member,
            References.Rows rows,
            DeclaredLine declared,
            LocalDate day) {
        Producer.LimitedRegistration registration = registration(rows, declared.hsCode());
        CorrectiveActionCounts.Count open = actions.on(day, declared.producer());
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
                    0,
                    List.of(),
                    open.open(),
                    open.overdue());
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
                0,
                certifications(state, day),
                open.open(),
                open.overdue());
    }

    private static Producer.LimitedRegistration registration(References.Rows rows, String hsCode) {
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

    private static Consignor consignor(Optional<Parties.Party> party, LocalDate day) {
        return party.map(known -> new Consignor(
                        true,
                        known.status(),
                        known.suspensionOn(day),
                        CreditLevel.valueOf(known.state().creditLevel())))
                .orElse(new Consignor(false, PartyStatus.ACTIVE, Suspension.NONE, CreditLevel.UNRATED));
    }

    private List<String> stale(DeclaredLine declared) {
        List<String> stale = new ArrayList<>();
        if (freshness.isStale(Topics.ENTERPRISE, declared.producer())) {
            stale.add("producer");
        }
        if (freshness.isStale(Topics.ENTERPRISE, declared.consignor())) {
            stale.add("consignor");
        }
        if (freshness.isStale(Topics.ZONE) || freshness.isStale(Topics.MEMBERSHIP)) {
            stale.add("zones");
        }
        if (freshness.isStale(Topics.RISK_WARNING)) {
            stale.add("warnings");
        }
        return stale;
    }

    private static AsOf asOf(
            Optional<Parties.Party> producer,
            Optional<Parties.Party> consignor,
            Memberships.Of member,
            List<RiskWarningCopies.Match> matches) {
        Map<String, Long> warningVersions = new TreeMap<>();
        matches.forEach(match -> warningVersions.put(match.id(), match.version()));
        return new AsOf(
                producer.map(Parties.Party::version).orElse(null),
                consignor.map(Parties.Party::version).orElse(null),
                member.versions(),
                warningVersions);
    }
}
