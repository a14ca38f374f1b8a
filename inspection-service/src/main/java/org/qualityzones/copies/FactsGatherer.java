package org.qualityzones.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qualityzones.campaign.Campaigns;
import org.qualityzones.catalogue.Catalogue;
import org.qualityzones.catalogue.CatalogueEntry;
import org.qualityzones.catalogue.CatalogueSnapshot;
import org.qualityzones.certificate.ExemptionLookup;
import org.qualityzones.decision.AsOf;
import org.qualityzones.facts.Campaign;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.ProductRisk;
import org.qualityzones.facts.Warning;
import org.qualityzones.reference.ReferenceTable;
import org.qualityzones.reference.References;
import org.qualityzones.sql.RoundTrip;

/** Gathers everything that the decision of one line reads; the only place where deciding touches the database. */
@ApplicationScoped
public class FactsGatherer {

    private final PartyFacts parties;
    private final HistoryFacts history;
    private final Memberships memberships;
    private final RiskWarningCopies warnings;
    private final References references;
    private final Campaigns campaigns;
    private final ExemptionLookup exemptions;
    private final Staleness staleness;
    private final Catalogue catalogues;
    private final LookAhead lookAhead;

    FactsGatherer(
            PartyFacts parties,
            HistoryFacts history,
            Memberships memberships,
            RiskWarningCopies warnings,
            References references,
            Campaigns campaigns,
            ExemptionLookup exemptions,
            Staleness staleness,
            Catalogue catalogues,
            LookAhead lookAhead) {
        this.parties = parties;
        this.history = history;
        this.memberships = memberships;
        this.warnings = warnings;
        this.references = references;
        this.campaigns = campaigns;
        this.exemptions = exemptions;
        this.staleness = staleness;
        this.catalogues = catalogues;
        this.lookAhead = lookAhead;
    }

    /**
     * What all lines of one filing share.
     *
     * @param day of the declaration, Asia/Shanghai: tables, catalogue and campaigns are those of this day
     * @param today of deciding, the same or later: the standing of the parties and the warnings are those of this day
     * @param parties as this filing finds them
     * @param moment in the two clocks
     */
    public record Setting(
            LocalDate day, LocalDate today, CatalogueSnapshot catalogue, KnownParties parties, Moment moment) {

        /** What holds and is known now. */
        public Setting(LocalDate day, LocalDate today, CatalogueSnapshot catalogue, KnownParties parties) {
            this(day, today, catalogue, parties, Moment.NOW);
        }
    }

    /**
     * Facts with the versions they come from.
     *
     * @param memberOf zones the producer belongs to
     * @param unknown facts of which it is not on record what they were; they have their defaults
     */
    public record Gathered(Facts facts, AsOf asOf, List<String> memberOf, SortedSet<String> unknown) {

        /** The same with another number of the draw. */
        public Gathered withDraw(String u64) {
            return new Gathered(facts.withDraw(u64), asOf, memberOf, unknown);
        }
    }

    /**
     * Looks up at once what gathering the facts of these lines asks, now: each then finds its answers as if it had asked
     * alone.
     *
     * @param trip takes along what is asked of a line that is alone
     * @param day of the declarations
     * @param today of deciding
     * @return to be run once the round trip is sent, and before anything is gathered
     */
    public Runnable lookAhead(
            RoundTrip trip, Collection<DeclaredLine> lines, LocalDate day, LocalDate today, KnownParties parties) {
        return lookAhead.ask(trip, lines, day, today, parties.lookups());
    }

    /**
     * Facts of one declared line on its day, as they are known at the moment of the setting.
     *
     * @param draw 16 hex digits, or null where no draw is taken (evaluations)
     */
    public Gathered gather(DeclaredLine declared, Setting setting, String draw, boolean lotDrawnBefore) {
        LocalDate day = setting.day();
        Moment moment = setting.moment();
        SortedSet<String> unknown = new TreeSet<>();
        CatalogueSnapshot catalogue = catalogue(declared, setting, unknown);
        Optional<Parties.Party> producer = setting.parties().find(declared.producer());
        Optional<Parties.Party> consignor = setting.parties().find(declared.consignor());
        Optional<CatalogueEntry> entry = catalogue.find(declared.hsCode(), day);
        LocalDate today = setting.today();
        References.Rows rows = rows(declared, day, setting, unknown);
        References.Rows standing = day.equals(today) ? rows : rows(declared, today, setting, unknown);
        Lookups lookups = setting.parties().lookups();
        Memberships.Of member = lookups.once(
                () -> memberships.of(declared.producer(), today, moment), Questions.zones(declared.producer(), today));
        RiskWarningCopies.Scope scope = RiskWarningCopies.Scope.of(declared);
        List<RiskWarningCopies.Match> matches =
                lookups.once(() -> warnings.matching(today, scope, moment), Questions.warnings(scope, today));

        Facts facts = new Facts(
                LineFacts.line(declared, rows, day),
                entry.map(found -> new Facts.Catalogue(
                                found.conditions(), found.categories(), Long.toString(catalogue.version())))
                        .orElse(new Facts.Catalogue(List.of(), List.of(), Long.toString(catalogue.version()))),
                entry.map(CatalogueEntry::productRisk).map(ProductRisk::valueOf).orElse(ProductRisk.HIGHER),
                PartyFacts.producer(
                        producer,
                        member,
                        PartyFacts.registration(standing, declared.hsCode()),
                        moment.isNow()
                                ? parties.ownRecords(declared.producer(), today, setting.parties())
                                : parties.ownRecords(declared.producer(), today, moment, unknown),
                        today),
                PartyFacts.consignor(consignor, today),
                member.zones(),
                moment.isNow()
                        ? lookups.once(
                                () -> exemptions.on(day, declared.producer(), declared.hsCode()),
                                Questions.exemption(declared.producer(), declared.hsCode(), day))
                        : exemptions.at(moment.asOf(), moment.knownAt(), day, declared.producer(), declared.hsCode()),
                matches.stream()
                        .map(match -> new Warning(match.id(), match.level(), Warning.Measure.valueOf(match.measure())))
                        .toList(),
                moment.isNow()
                        ? lookups.once(
                                        () -> history.of(declared, today, false, moment, unknown),
                                        Questions.history(declared.producer(), declared.hsCode(), today))
                                .withLotDrawnBefore(lotDrawnBefore)
                        : history.of(declared, today, lotDrawnBefore, moment, unknown),
                lookups.once(
                        () -> campaign(declared, day, moment),
                        Questions.campaign(declared.hsCode(), declared.area(), day)),
                new Facts.DirectRelease(
                        rows.any(ReferenceTable.DIRECT_RELEASE_APPROVALS),
                        rows.any(ReferenceTable.DIRECT_RELEASE_GOODS),
                        List.of()),
                staleness.of(declared, moment),
                draw);
        return new Gathered(facts, asOf(producer, consignor, member, matches), member.codes(), unknown);
    }

    /** Whether a zone of this code was ever heard of. */
    public boolean knowsZone(String code, Setting setting) {
        return setting.parties().lookups().once(() -> memberships.knowsZone(code), Questions.zoneKnown(code));
    }

    private CatalogueSnapshot catalogue(DeclaredLine declared, Setting setting, Collection<String> unknown) {
        if (setting.moment().isNow()) {
            return setting.catalogue();
        }
        Catalogue.Known known = catalogues.knownAt(setting.moment().knownAt(), declared.hsCode());
        if (!known.whole()) {
            unknown.add("catalogue");
        }
        return known.snapshot();
    }

    private References.Rows rows(DeclaredLine declared, LocalDate day, Setting setting, Collection<String> unknown) {
        List<References.Key> keys = LineFacts.keys(declared);
        if (setting.moment().isNow()) {
            return setting.parties()
                    .lookups()
                    .once(() -> references.inForce(keys, day), Questions.references(keys, day));
        }
        References.Rows known = references.knownAt(keys, day, setting.moment().knownAt());
        known.unknown().forEach(table -> unknown.add(LineFacts.factOf(table)));
        return known;
    }

    private Campaign campaign(DeclaredLine declared, LocalDate day, Moment moment) {
        return campaign(campaigns.matching(declared.hsCode(), declared.area(), day, moment.knownAt()));
    }

    static Campaign campaign(Optional<Campaigns.Match> match) {
        return match.map(found -> new Campaign(found.id().toString(), found.millionths()))
                .orElse(Campaign.NONE);
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
