package org.qualityzones.copies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Topics;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.DecisionContext;
import org.qualityzones.decision.DecisionEngine;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.facts.Facts;
import org.qualityzones.facts.FactsReader;
import org.qualityzones.facts.Zone;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Filing;
import org.qualityzones.web.Roles;

/**
 * What is read of copies at a moment equals what a plain reading of all events gives: of the versions in force at the one
 * instant and learned by the other, the highest. So is what an evaluation says of these moments. The seed is printed
 * ({@code -Dqz.seed}).
 */
@QuarkusTest
@WithServers("inspection")
class TwoClocksPropertyTest {

    private static final long SEED = Long.getLong("qz.seed", System.currentTimeMillis());
    private static final int CASES = 10_000;
    private static final int EVALUATED = 300;
    private static final int AT_ONCE = 250;
    private static final int THREADS = 4;
    private static final int EVENTS = 1_500;
    private static final int TOGETHER = 50;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
    private static final int DAYS = 120;
    private static final List<String> HS_CODES = List.of("9608100000", "9608200000", "9503002100");
    private static final List<String> DESTINATIONS = List.of("DE", "US", "JP");
    private static final List<String> USCCS =
            IntStream.range(0, 30).mapToObj(i -> Codes.of("330226", i)).toList();
    private static final List<String> CLASSES = List.of("CLASS_1", "CLASS_2", "CLASS_3", "CLASS_4", "UNCLASSIFIED");
    private static final List<String> CREDIT = List.of("AA", "A", "B", "C", "D", "UNRATED");
    private static final String CATALOGUE = "none";
    private static final RuleSet SHIPPED = RuleSet.shipped("2026.1");
    private static final List<String> ZONES = List.of("zone-a", "zone-b", "zone-c", "zone-d");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Map<String, List<Told>>> byKey = new HashMap<>();
    private final Map<Subject, Long> versions = new HashMap<>();

    @Inject
    EnterpriseCopies enterprises;

    @Inject
    ZoneCopies zones;

    @Inject
    MembershipCopies memberships;

    @Inject
    RiskWarningCopies warnings;

    @Inject
    AlertCopies alerts;

    @Inject
    Parties parties;

    @Inject
    Memberships members;

    /** What events tell versions of. */
    private record Subject(String topic, String key) {}

    /** One of these versions. */
    private record Version(Subject of, long number) {}

    /** An event, and when this service learned it. */
    private record Told(String topic, String key, long version, Instant validFrom, Instant learned, JsonNode state) {}

    /** A question about a producer and a consignor, which may be the same. */
    private record Question(
            int number, Moment moment, String producer, String consignor, String hsCode, String destination) {

        LocalDate day() {
            return ShanghaiDays.of(moment.asOf());
        }

        @Override
        public String toString() {
            return "-Dqz.seed=%d, %d: %s for %s, %s to %s at %s"
                    .formatted(SEED, number, producer, consignor, hsCode, destination, moment);
        }
    }

    @Test
    void shouldReadWhatAPlainReadingOfAllEventsGives() throws Exception {
        System.out.printf("two clocks: %d questions, -Dqz.seed=%d%n", CASES, SEED);
        Database.truncate("daily_seed");
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(event());
        }
        for (int i = 0; i < EVENTS; i += TOGETHER) {
            List<Event> some = events.subList(i, i + TOGETHER);
            QuarkusTransaction.requiringNew()
                    .run(() -> some.forEach(event -> consumer(event.topic()).on(event)));
        }
        remember(events);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String producer = any(USCCS);
            questions.add(new Question(
                    i,
                    new Moment(anyInstant(), anyKnown(), false),
                    producer,
                    random.nextBoolean() ? producer : any(USCCS),
                    any(HS_CODES),
                    any(DESTINATIONS)));
        }

        assertThat(askAll(questions)).isGreaterThan(CASES);
        for (Question question : questions.subList(0, EVALUATED)) {
            assertEvaluated(question);
        }
    }

    /** Reads at several moments at once. @return how much was found */
    private int askAll(List<Question> questions) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < questions.size(); i += AT_ONCE) {
                List<Question> some = questions.subList(i, Math.min(i + AT_ONCE, questions.size()));
                asked.add(threads.submit(() -> QuarkusTransaction.requiringNew()
                        .timeout(600)
                        .call(() -> some.stream().mapToInt(this::ask).sum())));
            }
            int found = 0;
            for (Future<Integer> each : asked) {
                found += each.get();
            }
            return found;
        }
    }

    private int ask(Question question) {
        Moment moment = question.moment;
        String uscc = question.producer;
        LocalDate day = question.day();
        Optional<Told> told = at(Topics.ENTERPRISE, uscc, moment);
        Optional<Parties.Party> party = parties.find(uscc, moment);
        assertThat(party.map(Parties.Party::version)).as(question.toString()).isEqualTo(told.map(Told::version));
        assertThat(party.map(known -> standing(known, day)))
                .as(question.toString())
                .isEqualTo(told.map(each -> standing(each, day)));
        Memberships.Of member = members.of(uscc, day, moment);
        assertThat(member.versions()).as(question.toString()).isEqualTo(memberVersions(uscc, moment));
        assertThat(new TreeSet<>(member.zones().stream().map(Zone::toString).toList()))
                .as(question.toString())
                .isEqualTo(new TreeSet<>(
                        facts(question).zones().stream().map(Zone::toString).toList()));
        List<String> matching = warnings
                .matching(
                        day,
                        new RiskWarningCopies.Scope(uscc, question.consignor, question.hsCode, question.destination),
                        moment)
                .stream()
                .map(match -> match.id() + " " + match.version() + " " + match.level())
                .sorted()
                .toList();
        assertThat(matching)
                .as(question.toString())
                .isEqualTo(matching(question)
                        .map(each -> each.key + " " + each.version + " "
                                + each.state.path("level").asInt())
                        .sorted()
                        .toList());
        AlertCopies.Count count = alerts.since(uscc, day.minusMonths(1), moment);
        assertThat(List.of(count.returns(), count.notifications()))
                .as(question.toString())
                .isEqualTo(List.of(
                        naming(uscc, day.minusMonths(1), moment, true),
                        naming(uscc, day.minusMonths(1), moment, false)));
        return matching.size() + member.versions().size() + (int) (count.returns() + count.notifications());
    }

    /** The facts of the question, made from the events, give the digest, versions and outcome that the service answers. */
    private void assertEvaluated(Question question) throws IOException {
        ObjectNode filing = Filing.by(question.consignor).put("destination", question.destination);
        Filing.firstLine(filing).put("producer", question.producer).put("hsCode", question.hsCode);
        ObjectNode request = JSON.createObjectNode()
                .put("asOf", question.moment.asOf().toString())
                .put("knownAt", question.moment.knownAt().toString())
                .put("ruleSet", "2026.1")
                .put("draw", "0.5");
        request.set("declaration", filing);
        request.putObject("facts").putObject("catalogue").put("version", CATALOGUE);
        JsonNode line = JSON.readTree(Api.post(Callers.of(Roles.AUTHORITY), "/api/v1/decisions/evaluations", request)
                        .statusCode(200)
                        .extract()
                        .asString())
                .at("/lines/0");

        Facts facts = facts(question);
        Decision decision = DecisionEngine.decide(facts, SHIPPED, DecisionContext.hypothetical(question.day()));
        String asked = question + " " + new String(facts.bytes(), StandardCharsets.UTF_8);
        assertThat(line.path("factsDigest").asText()).as(asked).isEqualTo(facts.digest());
        assertThat(line.path("outcome").asText())
                .as(asked)
                .isEqualTo(decision.outcome().name());
        assertThat(line.path("mode").asText())
                .as(asked)
                .isEqualTo(decision.mode().name());
        assertThat(line.path("asOf")).as(asked).isEqualTo(versions(question));
    }

    // what a plain reading gives

    private Optional<Told> at(String topic, String key, Moment moment) {
        return byKey.getOrDefault(topic, Map.of()).getOrDefault(key, List.of()).stream()
                .filter(each -> !each.validFrom.isAfter(moment.asOf()) && !each.learned.isAfter(moment.knownAt()))
                .max((a, b) -> Long.compare(a.version, b.version));
    }

    private Stream<Told> allAt(String topic, Moment moment) {
        return byKey.getOrDefault(topic, Map.of()).keySet().stream().flatMap(key -> at(topic, key, moment).stream());
    }

    private Map<String, Long> memberVersions(String uscc, Moment moment) {
        Map<String, Long> read = new TreeMap<>();
        allAt(Topics.MEMBERSHIP, moment)
                .filter(each -> each.key.endsWith("/" + uscc)
                        && each.state.path("status").asText().equals("ACTIVE"))
                .forEach(each -> at(Topics.ZONE, each.state.path("zone").asText(), moment)
                        .ifPresent(zone -> {
                            read.put(zone.key, zone.version);
                            read.put(each.key, each.version);
                        }));
        return read;
    }

    private Stream<Told> matching(Question question) {
        return allAt(Topics.RISK_WARNING, question.moment)
                .filter(each ->
                        each.state.path("status").asText().equals("ACTIVE") && covers(each.state, question.day()))
                .filter(each -> {
                    JsonNode scope = each.state.path("scope");
                    return question.hsCode.startsWith(scope.path("hsPrefix").asText(""))
                            && question.destination.equals(
                                    scope.path("destination").asText(question.destination))
                            && List.of(question.producer, question.consignor)
                                    .contains(scope.path("uscc").asText(question.producer));
                });
    }

    private Facts facts(Question question) {
        LocalDate day = question.day();
        Moment moment = question.moment;
        ObjectNode facts = JSON.createObjectNode().put("draw", "8000000000000000");
        facts.putObject("line")
                .put("hsCode", question.hsCode)
                .put("destination", question.destination)
                .put("lotSize", 50_000)
                .put("valueUsdCents", 1_250_000)
                .put("date", day.toString());
        facts.putObject("catalogue").put("version", CATALOGUE);
        Optional<Told> producer = at(Topics.ENTERPRISE, question.producer, moment);
        party(facts.putObject("producer"), producer, day)
                .put(
                        "class",
                        producer.map(each -> each.state.path("class").asText()).orElse("UNCLASSIFIED"));
        party(facts.putObject("consignor"), at(Topics.ENTERPRISE, question.consignor, moment), day);
        ArrayNode zonesOf = facts.putArray("zones");
        memberVersions(question.producer, moment).keySet().stream()
                .filter(key -> !key.contains("/"))
                .forEach(key ->
                        zone(zonesOf.addObject(), at(Topics.ZONE, key, moment).orElseThrow(), question));
        ArrayNode matching = facts.putArray("warnings");
        matching(question).forEach(each -> matching.addObject()
                .put("id", each.key)
                .put("level", each.state.path("level").asInt())
                .put("measure", each.state.path("measure").asText()));
        facts.putObject("history")
                .put("returns12m", naming(question.producer, day.minusMonths(12), moment, true))
                .put("notifications12m", naming(question.producer, day.minusMonths(12), moment, false));
        FactsReader.Reading reading = FactsReader.given(facts, Facts.DEFAULT);
        assertThat(reading.errors()).isEmpty();
        return reading.facts();
    }

    private static ObjectNode party(ObjectNode facts, Optional<Told> told, LocalDate day) {
        return facts.put("known", told.isPresent())
                .put(
                        "status",
                        told.map(each -> each.state.path("status").asText()).orElse("ACTIVE"))
                .put(
                        "creditLevel",
                        told.map(each -> each.state.path("creditLevel").asText())
                                .orElse("UNRATED"))
                .put("suspension", told.map(each -> suspension(each, day)).orElse("NONE"));
    }

    private static void zone(ObjectNode zone, Told told, Question question) {
        for (String field : List.of("code", "level", "status", "hsPrefixes")) {
            zone.set(field, told.state.path(field));
        }
        ArrayNode inForce = zone.putArray("measures");
        stream(told.state.path("measures"))
                .filter(measure -> covers(measure, question.day()))
                .forEach(measure -> inForce.addObject()
                        .put("measure", measure.path("measure").asText())
                        .put("onRoll", stream(measure.path("roll")).anyMatch(uscc -> uscc.asText()
                                .equals(question.producer)))
                        .set("hsPrefixes", measure.path("hsPrefixes")));
    }

    /** The versions that facts come from, as a decision names them. */
    private JsonNode versions(Question question) throws IOException {
        Map<String, Object> versions = new HashMap<>();
        versions.put("producer", version(question.producer, question.moment));
        versions.put("consignor", version(question.consignor, question.moment));
        versions.put("zones", memberVersions(question.producer, question.moment));
        Map<String, Long> ofWarnings = new TreeMap<>();
        matching(question).forEach(each -> ofWarnings.put(each.key, each.version));
        versions.put("warnings", ofWarnings);
        return JSON.readTree(JSON.writeValueAsBytes(versions));
    }

    private Long version(String uscc, Moment moment) {
        return at(Topics.ENTERPRISE, uscc, moment).map(Told::version).orElse(null);
    }

    private static List<String> standing(Parties.Party party, LocalDate day) {
        return List.of(
                party.state().class_(),
                party.state().creditLevel(),
                party.status().name(),
                party.suspensionOn(day).name());
    }

    private static List<String> standing(Told told, LocalDate day) {
        return List.of(
                told.state.path("class").asText(),
                told.state.path("creditLevel").asText(),
                told.state.path("status").asText(),
                suspension(told, day));
    }

    private static String suspension(Told told, LocalDate day) {
        JsonNode suspension = told.state.path("suspension");
        return suspension.isObject() && covers(suspension, day)
                ? suspension.path("scope").asText()
                : "NONE";
    }

    private long naming(String uscc, LocalDate since, Moment moment, boolean returned) {
        return allAt(Topics.ALERT, moment)
                .filter(each -> each.state.path("status").asText().equals("ACTIVE")
                        && each.state.path("source").asText().equals("RETURN") == returned
                        && !ShanghaiDays.of(Instant.parse(
                                        each.state.path("publishedAt").asText()))
                                .isBefore(since)
                        && stream(each.state.path("matches"))
                                .anyMatch(match -> match.path("uscc").asText().equals(uscc)
                                        && match.path("state").asText().equals("CONFIRMED")))
                .count();
    }

    private static boolean covers(JsonNode term, LocalDate day) {
        return !LocalDate.parse(term.path("from").asText()).isAfter(day)
                && (!term.hasNonNull("until")
                        || !LocalDate.parse(term.path("until").asText()).isBefore(day));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    // what is told

    private Event event() {
        ObjectNode state = JSON.createObjectNode();
        return switch (random.nextInt(5)) {
            case 0 -> {
                String uscc = any(USCCS);
                state.put("uscc", uscc)
                        .put("areaCode", "330226")
                        .put("class", any(CLASSES))
                        .put("creditLevel", any(CREDIT));
                state.put("status", any(List.of("ACTIVE", "ACTIVE", "RECTIFYING")));
                if (random.nextInt(3) == 0) {
                    term(state.putObject("suspension")).put("scope", any(List.of("STATUTORY", "ALL")));
                }
                yield event(Topics.ENTERPRISE, uscc, state);
            }
            case 1 -> {
                String zone = any(ZONES);
                state.put("code", zone).put("level", any(List.of("NATIONAL", "PROVINCIAL", "NONE")));
                state.put("status", any(List.of("ACTIVE", "ACTIVE", "SUSPENDED")))
                        .putArray("hsPrefixes")
                        .add("96");
                for (int i = random.nextInt(3); i > 0; i--) {
                    ObjectNode measure = state.withArray("measures").addObject().put("measure", "WHOLE_ZONE_EXEMPTION");
                    term(measure).putArray("hsPrefixes").add("96");
                    IntStream.range(0, random.nextInt(20))
                            .forEach(_ -> measure.withArray("roll").add(any(USCCS)));
                }
                yield event(Topics.ZONE, zone, state);
            }
            case 2 -> {
                String zone = any(ZONES);
                String uscc = any(USCCS);
                state.put("zone", zone).put("uscc", uscc).put("status", any(List.of("ACTIVE", "ACTIVE", "EXITED")));
                yield event(Topics.MEMBERSHIP, zone + "/" + uscc, state);
            }
            case 3 -> {
                String id = "w-" + random.nextInt(60);
                int parts = 1 + random.nextInt(7);
                ObjectNode scope = state.putObject("scope");
                scope.put("hsPrefix", (parts & 1) == 0 ? null : any(HS_CODES).substring(0, 2 + 2 * random.nextInt(4)));
                scope.put("destination", (parts & 2) == 0 ? null : any(DESTINATIONS));
                scope.put("uscc", (parts & 4) == 0 ? null : any(USCCS));
                state.put("id", id).put("level", 1 + random.nextInt(3));
                state.put("measure", any(List.of("TIGHTEN", "TIGHTEN", "SUSPEND", "BAN")));
                term(state).put("status", random.nextInt(4) == 0 ? "LIFTED" : "ACTIVE");
                yield event(Topics.RISK_WARNING, id, state);
            }
            default -> {
                String id = "a-" + random.nextInt(60);
                state.put("id", id).put("source", any(List.of("RETURN", "EU_SAFETY_GATE")));
                state.put("publishedAt", anyInstant().toString());
                state.put("status", random.nextInt(4) == 0 ? "WITHDRAWN" : "ACTIVE");
                for (int i = random.nextInt(4); i > 0; i--) {
                    state.withArray("matches")
                            .addObject()
                            .put("uscc", any(USCCS))
                            .put("state", random.nextBoolean() ? "CONFIRMED" : "REJECTED");
                }
                yield event(Topics.ALERT, id, state);
            }
        };
    }

    private Event event(String topic, String key, ObjectNode state) {
        long version = versions.merge(new Subject(topic, key), 1L, Long::sum);
        Instant validFrom = anyInstant();
        return new Event(
                UUID.randomUUID().toString(), "t", topic, key, version, validFrom, validFrom, null, null, null, state);
    }

    private ObjectNode term(ObjectNode node) {
        LocalDate from = FIRST_DAY.plusDays(random.nextInt(DAYS));
        return node.put("from", from.toString())
                .put(
                        "until",
                        random.nextBoolean()
                                ? null
                                : from.plusDays(random.nextInt(40)).toString());
    }

    private EventConsumer consumer(String topic) {
        return Stream.of(enterprises, zones, memberships, warnings, alerts)
                .filter(each -> each.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private void remember(List<Event> events) throws SQLException {
        Map<Version, Instant> learned = new HashMap<>();
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select kind, key, version, learned_at from state_version")) {
            while (row.next()) {
                learned.put(
                        new Version(new Subject(row.getString(1), row.getString(2)), row.getLong(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant());
            }
        }
        assertThat(new TreeSet<>(learned.values())).hasSizeGreaterThan(EVENTS / 2);
        for (Event event : events) {
            Told each = new Told(
                    event.topic(),
                    event.key(),
                    event.version(),
                    event.validFrom(),
                    learned.get(new Version(new Subject(event.topic(), event.key()), event.version())),
                    event.state());
            told.add(each);
            byKey.computeIfAbsent(each.topic, _ -> new HashMap<>())
                    .computeIfAbsent(each.key, _ -> new ArrayList<>())
                    .add(each);
        }
    }

    /** Just when something was learned, or close to it. */
    private Instant anyKnown() {
        Instant learned = told.get(random.nextInt(told.size())).learned;
        return learned.plus(Duration.ofNanos(1_000L * (random.nextInt(3) - 1)));
    }

    private Instant anyInstant() {
        return BEGIN.plusSeconds(random.nextLong(Duration.ofDays(DAYS).toSeconds()));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
