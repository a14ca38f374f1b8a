package org.qualityzones.copies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.qualityzones.contracts.Topics;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.facts.Zone;
import org.qualityzones.messaging.Event;
import org.qualityzones.messaging.EventConsumer;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

/**
 * What is read of copies at a moment equals what a plain reading of all events gives: of the versions in force at the one
 * instant and learned by the other, the highest. {@code -Dqz.profile=full} asks 10,000 questions.
 */
@QuarkusTest
@WithServers("inspection")
class TwoClocksPropertyTest {

    private static final int CASES = "full".equals(System.getProperty("qz.profile")) ? 10_000 : 2_000;
    private static final int EVENTS = 1_500;
    private static final int TOGETHER = 50;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
    private static final int DAYS = 120;
    private static final List<String> HS_CODES = List.of("9608100000", "9608200000", "9503002100");
    private static final List<String> DESTINATIONS = List.of("DE", "US", "JP");
    private static final List<String> USCCS =
            IntStream.range(0, 30).mapToObj(i -> "U" + i).toList();
    private static final List<String> ZONES = List.of("zone-a", "zone-b", "zone-c", "zone-d");

    private final SplittableRandom random = new SplittableRandom(20261122);
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Map<String, List<Told>>> byKey = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

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

    /** An event, and when this service learned it. */
    private record Told(String topic, String key, long version, Instant validFrom, Instant learned, JsonNode state) {}

    @Test
    void shouldReadWhatAPlainReadingOfAllEventsGives() throws SQLException {
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
        int found = QuarkusTransaction.requiringNew().timeout(600).call(this::ask);
        assertThat(found).isGreaterThan(CASES);
    }

    private int ask() {
        int found = 0;
        for (int i = 0; i < CASES; i++) {
            Moment moment = new Moment(anyInstant(), anyKnown(), false);
            String uscc = any(USCCS);
            String hsCode = any(HS_CODES);
            String destination = any(DESTINATIONS);
            LocalDate day = ShanghaiDays.of(moment.asOf());
            String question = "%d: %s, %s to %s at %s".formatted(i, uscc, hsCode, destination, moment);

            Optional<Parties.Party> party = parties.find(uscc, moment);
            assertThat(party.map(Parties.Party::version))
                    .as(question)
                    .isEqualTo(at(Topics.ENTERPRISE, uscc, moment).map(Told::version));
            Memberships.Of member = members.of(uscc, day, moment);
            assertThat(member.versions()).as(question).isEqualTo(memberVersions(uscc, moment));
            assertThat(measures(member)).as(question).isEqualTo(measures(uscc, day, moment));
            List<String> matching =
                    warnings
                            .matching(day, new RiskWarningCopies.Scope(uscc, uscc, hsCode, destination), moment)
                            .stream()
                            .map(match -> match.id() + " " + match.version())
                            .sorted()
                            .toList();
            assertThat(matching).as(question).isEqualTo(matching(day, hsCode, destination, uscc, moment));
            AlertCopies.Count count = alerts.since(uscc, day.minusMonths(1), moment);
            assertThat(List.of(count.returns(), count.notifications()))
                    .as(question)
                    .isEqualTo(List.of(
                            naming(uscc, day.minusMonths(1), moment, true),
                            naming(uscc, day.minusMonths(1), moment, false)));
            found += matching.size() + member.versions().size() + (int) (count.returns() + count.notifications());
        }
        return found;
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

    private Map<String, String> measures(String uscc, LocalDate day, Moment moment) {
        Map<String, String> measures = new TreeMap<>();
        memberVersions(uscc, moment).keySet().stream()
                .filter(key -> !key.contains("/"))
                .forEach(zone -> {
                    JsonNode state = at(Topics.ZONE, zone, moment).orElseThrow().state;
                    long inForce = stream(state.path("measures"))
                            .filter(each -> covers(each, day))
                            .count();
                    measures.put(zone, state.path("level").asText() + inForce);
                });
        return measures;
    }

    private static Map<String, String> measures(Memberships.Of member) {
        Map<String, String> measures = new TreeMap<>();
        for (Zone zone : member.zones()) {
            measures.put(zone.code(), zone.level().name() + zone.measures().size());
        }
        return measures;
    }

    private List<String> matching(LocalDate day, String hsCode, String destination, String uscc, Moment moment) {
        return allAt(Topics.RISK_WARNING, moment)
                .filter(each -> each.state.path("status").asText().equals("ACTIVE") && covers(each.state, day))
                .filter(each -> {
                    JsonNode scope = each.state.path("scope");
                    return hsCode.startsWith(scope.path("hsPrefix").asText(""))
                            && destination.equals(scope.path("destination").asText(destination))
                            && uscc.equals(scope.path("uscc").asText(uscc));
                })
                .map(each -> each.key + " " + each.version)
                .sorted()
                .toList();
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
                state.put("uscc", uscc).put("areaCode", "330226").put("class", any(List.of("CLASS_1", "CLASS_3")));
                state.put("creditLevel", "A").put("status", "ACTIVE");
                yield event(Topics.ENTERPRISE, uscc, state);
            }
            case 1 -> {
                String zone = any(ZONES);
                state.put("code", zone).put("level", any(List.of("NATIONAL", "PROVINCIAL", "NONE")));
                state.put("status", "ACTIVE").putArray("hsPrefixes").add("96");
                for (int i = random.nextInt(3); i > 0; i--) {
                    ObjectNode measure = state.withArray("measures").addObject().put("measure", "WHOLE_ZONE_EXEMPTION");
                    term(measure).putArray("hsPrefixes").add("96");
                    measure.putArray("roll");
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
                state.put("id", id).put("level", 1 + random.nextInt(3)).put("measure", "TIGHTEN");
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
        long version = versions.merge(topic + key, 1L, Long::sum);
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
        Map<String, Instant> learned = new TreeMap<>();
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select kind || key || version, learned_at from state_version")) {
            while (row.next()) {
                learned.put(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        assertThat(new TreeSet<>(learned.values())).hasSizeGreaterThan(EVENTS / 2);
        for (Event event : events) {
            Told each = new Told(
                    event.topic(),
                    event.key(),
                    event.version(),
                    event.validFrom(),
                    learned.get(event.topic() + event.key() + event.version()),
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
