package org.qualityzones.expression;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.StructTypeReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.qualityzones.facts.CreditLevel;
import org.qualityzones.facts.Exemption;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.Line;
import org.qualityzones.facts.PartyStatus;
import org.qualityzones.facts.Producer;
import org.qualityzones.facts.ProductRisk;
import org.qualityzones.facts.Suspension;
import org.qualityzones.facts.Warning;
import org.qualityzones.facts.Zone;
import org.qualityzones.sampling.SamplingState;

/** Every name a rule can read. The draw is not among them: only the draw step compares it. */
final class Vocabulary {

    static final String DECISION = "decision";
    static final String STALE = "stale";
    private static final CelType TEXTS = ListType.create(STRING);
    private static final List<Fact> BUILT = new ArrayList<>();
    private static final Function<Object, Object> AS_IS = value -> value;

    static {
        line();
        catalogue();
        single(
                "productRisk",
                STRING,
                names(ProductRisk.class),
                facts -> facts.productRisk().name(),
                AS_IS);
        producer();
        consignor();
        single(
                "zones",
                ListType.create(StructTypeReference.create("zone")),
                List.of(),
                Facts::zones,
                Vocabulary::codes);
        choice("exemption", "certificate", Exemption.State.class, facts -> facts.exemption()
                .certificate());
        add("exemption", "number", NullableType.create(STRING), List.of(), facts -> facts.exemption()
                .number());
        single(
                "warnings",
                ListType.create(StructTypeReference.create("warning")),
                List.of(),
                Facts::warnings,
                Vocabulary::ids);
        history();
        add("campaign", "id", NullableType.create(STRING), List.of(), facts -> facts.campaign()
                .id());
        add("campaign", "share", NullableType.create(INT), List.of(), facts -> facts.campaign()
                .share());
        flag("directRelease", "approved", facts -> facts.directRelease().approved());
        flag("directRelease", "goodsListed", facts -> facts.directRelease().goodsListed());
        add("directRelease", "exclusions", TEXTS, List.of(), facts -> facts.directRelease()
                .exclusions());
        single(STALE, TEXTS, List.of("producer", "consignor", "zones", "warnings"), Facts::stale, AS_IS);
        state(
                "outcome",
                List.of("UNDECIDED", "EXEMPT", "RELEASE", "VERIFY", "SAMPLE", "FULL_INSPECTION", "HOLD"),
                Frame::outcome);
        state("mode", List.of("NONE", "CREDIT", "VERIFICATION", "GENERAL", "STRICT", "SPECIAL"), Frame::mode);
    }

    /** All names, at most 64, by index. */
    static final List<Fact> FACTS = indexed();

    /** Fields of the elements of lists, by type name. */
    static final Map<String, Map<String, Member>> ELEMENTS = Map.of(
            "zone",
            Map.of(
                    "code", member(STRING, List.of(), Zone.class, Zone::code),
                    "level",
                            member(STRING, names(Zone.Level.class), Zone.class, zone -> zone.level()
                                    .name()),
                    "status",
                            member(STRING, names(Zone.Status.class), Zone.class, zone -> zone.status()
                                    .name()),
                    "hsPrefixes", member(TEXTS, List.of(), Zone.class, Zone::hsPrefixes),
                    "measures",
                            member(
                                    ListType.create(StructTypeReference.create("measure")),
                                    List.of(),
                                    Zone.class,
                                    Zone::measures)),
            "measure",
            Map.of(
                    "measure", member(STRING, List.of(), Zone.Measure.class, Zone.Measure::measure),
                    "hsPrefixes", member(TEXTS, List.of(), Zone.Measure.class, Zone.Measure::hsPrefixes),
                    "onRoll", member(BOOL, List.of(), Zone.Measure.class, Zone.Measure::onRoll)),
            "warning",
            Map.of(
                    "id", member(STRING, List.of(), Warning.class, Warning::id),
                    "level", member(INT, List.of(), Warning.class, warning -> (long) warning.level()),
                    "measure",
                            member(STRING, names(Warning.Measure.class), Warning.class, warning -> warning.measure()
                                    .name())));

    private Vocabulary() {}

    static Optional<Fact> find(String group, String field) {
        return FACTS.stream()
                .filter(fact -> fact.group().equals(group)
                        && (field == null ? fact.field() == null : field.equals(fact.field())))
                .findFirst();
    }

    /** Types of the fields of each group that has fields. */
    static Map<String, Map<String, CelType>> groups() {
        Map<String, Map<String, CelType>> groups = new LinkedHashMap<>();
        FACTS.stream().filter(fact -> fact.field() != null).forEach(fact -> groups.computeIfAbsent(
                        fact.group(), _ -> new LinkedHashMap<>())
                .put(fact.field(), fact.type()));
        return groups;
    }

    private static List<Fact> indexed() {
        BUILT.sort(Comparator.comparing(Fact::name));
        List<Fact> facts = new ArrayList<>();
        BUILT.forEach(fact -> facts.add(fact.at(facts.size())));
        return List.copyOf(facts);
    }

    private static void line() {
        add("line", "hsCode", STRING, List.of(), facts -> facts.line().hsCode());
        add("line", "destination", STRING, List.of(), facts -> facts.line().destination());
        choice("line", "purpose", Line.Purpose.class, facts -> facts.line().purpose());
        flag("line", "certificateRequested", facts -> facts.line().certificateRequested());
        flag("line", "directReleaseRequested", facts -> facts.line().directReleaseRequested());
        flag("line", "evidence", facts -> facts.line().evidence());
        flag("line", "psiDestination", facts -> facts.line().psiDestination());
        flag("line", "feeWaived", facts -> facts.line().feeWaived());
        add("line", "lotSize", NullableType.create(INT), List.of(), facts -> facts.line()
                .lotSize());
        add("line", "valueUsdCents", NullableType.create(INT), List.of(), facts -> facts.line()
                .valueUsdCents());
        add(
                "line",
                "date",
                STRING,
                List.of(),
                facts -> facts.line().date() == null ? "" : facts.line().date().toString());
    }

    private static void catalogue() {
        add("catalogue", "conditions", TEXTS, List.of(), facts -> facts.catalogue()
                .conditions());
        add("catalogue", "categories", TEXTS, List.of(), facts -> facts.catalogue()
                .categories());
        add("catalogue", "version", NullableType.create(STRING), List.of(), facts -> facts.catalogue()
                .version());
    }

    private static void producer() {
        flag("producer", "known", facts -> facts.producer().known());
        choice("producer", "status", PartyStatus.class, facts -> facts.producer()
                .status());
        choice("producer", "suspension", Suspension.class, facts -> facts.producer()
                .suspension());
        choice("producer", "class", Producer.ProducerClass.class, facts -> facts.producer()
                .producerClass());
        choice("producer", "creditLevel", CreditLevel.class, facts -> facts.producer()
                .creditLevel());
        add("producer", "titles", TEXTS, List.of(), facts -> facts.producer().titles());
        choice("producer", "limitedRegistration", Producer.LimitedRegistration.class, facts -> facts.producer()
                .limitedRegistration());
        number("producer", "penalties12m", facts -> facts.producer().penalties12m());
        number("producer", "penalties24m", facts -> facts.producer().penalties24m());
        number("producer", "exportUsd12m", facts -> facts.producer().exportUsd12m());
        add("producer", "certifications", TEXTS, List.of(), facts -> facts.producer()
                .certifications());
        number("producer", "openCorrectiveActions", facts -> facts.producer().openCorrectiveActions());
        number("producer", "overdueCorrectiveActions", facts -> facts.producer().overdueCorrectiveActions());
    }

    private static void consignor() {
        flag("consignor", "known", facts -> facts.consignor().known());
        choice("consignor", "status", PartyStatus.class, facts -> facts.consignor()
                .status());
        choice("consignor", "suspension", Suspension.class, facts -> facts.consignor()
                .suspension());
        choice("consignor", "creditLevel", CreditLevel.class, facts -> facts.consignor()
                .creditLevel());
    }

    private static void history() {
        choice("history", "sampling", SamplingState.class, facts -> facts.history()
                .sampling());
        number("history", "lots12m", facts -> facts.history().lots12m());
        number("history", "failedLots12m", facts -> facts.history().failedLots12m());
        number("history", "passPerMille12m", facts -> facts.history().passPerMille12m());
        number("history", "returns12m", facts -> facts.history().returns12m());
        number("history", "notifications12m", facts -> facts.history().notifications12m());
        flag("history", "lotDrawnBefore", facts -> facts.history().lotDrawnBefore());
    }

    private static void flag(String group, String field, Function<Facts, Boolean> read) {
        add(group, field, BOOL, List.of(), read::apply);
    }

    private static void number(String group, String field, Function<Facts, Long> read) {
        add(group, field, INT, List.of(), read::apply);
    }

    private static <E extends Enum<E>> void choice(String group, String field, Class<E> type, Function<Facts, E> read) {
        add(group, field, STRING, names(type), facts -> read.apply(facts).name());
    }

    private static void single(
            String name,
            CelType type,
            List<String> domain,
            Function<Facts, Object> read,
            Function<Object, Object> shown) {
        BUILT.add(Fact.of(name, null, type, domain, frame -> read.apply(frame.facts()), shown));
    }

    private static void state(String field, List<String> domain, Function<Frame, Object> read) {
        BUILT.add(Fact.of(DECISION, field, STRING, domain, read, AS_IS));
    }

    private static void add(
            String group, String field, CelType type, List<String> domain, Function<Facts, Object> read) {
        BUILT.add(Fact.of(group, field, type, domain, frame -> read.apply(frame.facts()), AS_IS));
    }

    private static <T> Member member(CelType type, List<String> domain, Class<T> owner, Function<T, Object> read) {
        return new Member(type, domain, element -> read.apply(owner.cast(element)));
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private static Object codes(Object zones) {
        return ((List<?>) zones).stream().map(zone -> ((Zone) zone).code()).toList();
    }

    private static Object ids(Object warnings) {
        return ((List<?>) warnings)
                .stream().map(warning -> ((Warning) warning).id()).toList();
    }
}
