package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Comparison;
import org.qualityzones.system.oracle.Comparison.Check;
import org.qualityzones.system.oracle.Comparison.Finding;
import org.qualityzones.system.oracle.Looking;
import org.qualityzones.system.oracle.Meters;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.poison.Pill;
import org.qualityzones.system.poison.Poison;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.Pause;
import org.qualityzones.system.suite.StackCommand;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Records that no consumer can take in, among registrations by the thousand: each is parked once by whoever acts on the
 * topic, other keys go on, later events of its key wait in order and follow once an operator has discarded it. The records
 * stay on the topic, where no oracle can read them either: the checks that read topics come before.
 */
@Tag("A10")
@Order(60)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class PoisonST {

    private static final Duration HEALING = Duration.ofMinutes(4);
    private static final Duration BETWEEN_PILLS = Duration.ofMillis(200);
    private static final Duration RISE = Duration.ofSeconds(2);
    private static final String TOPIC = "qz.enterprise";
    private static final int LARGEST_RECORD = 4 * 1024 * 1024;
    private static final String AREA = "330226";
    private static final String PARKED = "PARKED";
    private static final String WAITING = "WAITING";

    /** Consumers of the topic that act on its events, by the database of their service. */
    private static final Map<String, String> ACTING =
            Map.of("enterprise-feed", "qz_notification", "dossier-enterprise", "qz_enterprise");

    private final SuiteUnderTest suite;
    private final Client bureau;
    private final Client operator;
    private final Tables tables;
    private final Replays replays;
    private final Profile profile = Profile.current();
    private final Random random = new Random(profile.seed());
    private final Set<String> parkedBefore = new HashSet<>();

    PoisonST(SuiteUnderTest suite) {
        Callers callers = new Callers(suite);
        this.suite = suite;
        this.bureau = callers.as("BUREAU");
        this.operator = callers.as("OPERATOR");
        this.tables = new Tables(suite);
        this.replays = new Replays(suite.env("KAFKA_BOOTSTRAP"));
    }

    @Test
    void shouldParkEachPillOnceAndGoOn(CheckRun run) throws IOException {
        parkedBefore.addAll(lettersIn(PARKED, WAITING));
        List<String> codes = codes(2 * profile.registeredAmongPills() + Poison.values().length * profile.pillsOfKind());
        Set<String> alone = new TreeSet<>(codes.subList(0, profile.registeredAmongPills()));
        Set<String> among = new TreeSet<>(codes.subList(alone.size(), 2 * alone.size()));
        register(alone).awaitSuccess();
        Looking looking = new Looking(HEALING, run::found);
        looking.untilNothing("registrations alone are in feed and files", () -> untaken(alone));

        replays.allowBytes(TOPIC, LARGEST_RECORD);
        List<Pill> pills = pillsWhile(register(among), among, codes.subList(2 * alone.size(), codes.size()));
        run.runs(among.size() + pills.size());
        run.faults(pills.size());
        looking.untilNothing("each pill is parked once by each that acts", () -> unparked(pills));
        looking.untilNothing("registrations among pills are in feed and files", () -> untaken(among));
        tellTimes(run, alone, among);
        Meters figures = new Meters(suite.env("NOTIFICATION_MANAGEMENT_URL"));
        await("the letters show in the figures")
                .atMost(HEALING)
                .until(() -> figures.sumOfAny("qz_parked_letters") >= pills.size());
        looking.untilNothing("copies of the letters", () -> uncopied(pills));

        Set<String> poisoned = poisoned(pills);
        poisoned.forEach(this::registerAndAmend);
        run.runs(2 * poisoned.size());
        looking.untilNothing("later events wait behind the pill of their key", () -> notWaiting(poisoned));
        assertThat(tables.feed(poisoned)).isEmpty();
        assertThat(tables.dossiers(poisoned)).isEmpty();

        requireStillPoisoned(pills);
        discard(pills);
        looking.untilNothing("what waited is in feed and files", () -> untaken(poisoned));
        assertThat(lettersIn(PARKED, WAITING)).as("letters still open").isSubsetOf(parkedBefore);
    }

    /** Enterprises that do not exist, one after the other from a random one on. */
    private List<String> codes(int count) {
        int first = random.nextInt(1_000_000 - count);
        return IntStream.range(first, first + count)
                .mapToObj(i -> CreditCode.of(AREA, "PX%06d".formatted(i)))
                .toList();
    }

    private StackCommand.Running register(Set<String> usccs) throws IOException {
        Path file = Files.createTempFile(suite.notes(), "registrations-", ".ndjson");
        Files.writeString(
                file,
                usccs.stream().map(uscc -> Samples.enterprise(uscc).toString()).collect(Collectors.joining("\n")));
        return suite.launchImport("enterprises", file);
    }

    /** Sends pills of every kind, shuffled, at the pace of the registrations. */
    private List<Pill> pillsWhile(StackCommand.Running registering, Set<String> usccs, List<String> ofPills) {
        List<Poison> kinds = new ArrayList<>();
        for (Poison kind : Poison.values()) {
            kinds.addAll(Collections.nCopies(profile.pillsOfKind(), kind));
        }
        Collections.shuffle(kinds, random);
        List<Pill> pills = new ArrayList<>();
        while (!registering.hasEnded()) {
            int due = kinds.size() * tables.events(usccs).size() / usccs.size();
            pills.addAll(send(kinds.subList(pills.size(), due), ofPills.subList(pills.size(), due)));
            Pause.of(BETWEEN_PILLS);
        }
        registering.awaitSuccess();
        int among = pills.size();
        pills.addAll(send(kinds.subList(among, kinds.size()), ofPills.subList(among, kinds.size())));
        System.out.printf(
                "PoisonST: %d pills among %d registrations, %d after them%n",
                among, usccs.size(), pills.size() - among);
        return pills;
    }

    private List<Pill> send(List<Poison> kinds, List<String> usccs) {
        List<RecordMetadata> places = replays.send(IntStream.range(0, kinds.size())
                .mapToObj(i -> kinds.get(i).record(TOPIC, usccs.get(i)))
                .toList());
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> new Pill(
                        kinds.get(i),
                        usccs.get(i),
                        places.get(i).partition(),
                        places.get(i).offset()))
                .toList();
    }

    /** Events of these enterprises that are not once and in order in the feed and in the quality files. */
    private List<Finding> untaken(Set<String> usccs) {
        Map<String, List<String>> events = tables.events(usccs);
        List<Finding> findings = Comparison.differences(Check.EVENTS, usccs, events.keySet());
        findings.addAll(Comparison.sequences(Check.FEED, events, tables.feed(usccs)));
        findings.addAll(Comparison.sequences(Check.DOSSIER, events, tables.dossiers(usccs)));
        return findings;
    }

    private List<Finding> unparked(List<Pill> pills) {
        List<String> parked = new ArrayList<>(lettersIn(PARKED));
        parked.removeAll(parkedBefore);
        return Comparison.differences(Check.PARKED, wanted(pills), parked);
    }

    private static List<String> wanted(List<Pill> pills) {
        return ACTING.keySet().stream()
                .flatMap(consumer -> pills.stream().map(pill -> pill.parkedBy(consumer)))
                .toList();
    }

    /** Letters of the consumers that act. */
    private List<String> lettersIn(String... states) {
        return ACTING.entrySet().stream()
                .flatMap(acting -> tables.letters(acting.getValue(), TOPIC, states).stream()
                        .filter(letter -> letter.startsWith(acting.getKey() + " ")))
                .toList();
    }

    /** Pills that are not on the topic of dead letters of each consumer, with where they lay and why. */
    private List<Finding> uncopied(List<Pill> pills) {
        Set<String> copied = ACTING.keySet().stream()
                .flatMap(consumer -> replays.recorded(List.of(TOPIC + "." + consumer + ".dlq")).stream()
                        .map(copy -> "%s %s@%s %s"
                                .formatted(
                                        consumer,
                                        header(copy, "qz_partition"),
                                        header(copy, "qz_offset"),
                                        header(copy, "qz_reason"))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        copied.retainAll(wanted(pills));
        return Comparison.differences(Check.PARKED, wanted(pills), copied);
    }

    private static String header(ConsumerRecord<byte[], byte[]> copy, String name) {
        return new String(copy.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void tellTimes(CheckRun run, Set<String> alone, Set<String> among) {
        List<Duration> before = tables.feedLags(alone);
        List<Duration> beside = tables.feedLags(among);
        Duration rise = p99(beside).minus(p99(before));
        run.took("from event to feed alone", null, before);
        run.took("from event to feed among pills", null, beside);
        run.took("rise of its p99", RISE, List.of(rise.isNegative() ? Duration.ZERO : rise));
    }

    private static Duration p99(List<Duration> times) {
        return times.stream().sorted().toList().get((times.size() * 99 + 99) / 100 - 1);
    }

    /** The enterprise of one pill of each kind that has its key. */
    private static Set<String> poisoned(List<Pill> pills) {
        Map<Poison, String> poisoned = new EnumMap<>(Poison.class);
        pills.stream().filter(pill -> pill.poison().hasKey()).forEach(pill -> poisoned.put(pill.poison(), pill.uscc()));
        return new TreeSet<>(poisoned.values());
    }

    private void registerAndAmend(String uscc) {
        ObjectNode enterprise = Samples.enterprise(uscc);
        Answer registered = bureau.post("/api/v1/enterprises", enterprise).expect(201);
        enterprise.remove("uscc");
        enterprise.put("address", "Sample Road 2");
        bureau.put("/api/v1/enterprises/" + uscc, enterprise, "If-Match", registered.header("ETag"))
                .expect(200);
    }

    private List<Finding> notWaiting(Set<String> usccs) {
        Map<String, List<String>> events = tables.events(usccs);
        List<Finding> findings = new ArrayList<>();
        ACTING.forEach((consumer, database) ->
                findings.addAll(Comparison.sequences(Check.PARKED, events, tables.waiting(database, consumer, usccs))));
        return findings;
    }

    /** Trying again says why it is still no use, and changes nothing. */
    private void requireStillPoisoned(List<Pill> pills) {
        Set<String> reasons = new TreeSet<>();
        for (JsonNode letter : parked("enterprise", pills)) {
            Answer answer = operator.post(path("enterprise", letter) + "/redrives", Json.object("{}"))
                    .expect(422);
            assertThat(answer.text("/reasonCode"))
                    .isEqualTo(letter.path("reasonCode").asText());
            reasons.add(answer.text("/reasonCode"));
        }
        assertThat(reasons)
                .isEqualTo(pills.stream()
                        .map(pill -> pill.poison().reason())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Whatever of them is parked, by whoever keeps the facts of the topic or acts on them. */
    private void discard(List<Pill> pills) {
        ObjectNode reason = Json.object("{'reason': 'sent by a fault test'}");
        for (Member service : Member.SERVICES) {
            parked(service.label(), pills)
                    .forEach(letter -> operator.post(path(service.label(), letter) + "/discards", reason)
                            .expect(200));
        }
    }

    private static String path(String service, JsonNode letter) {
        return lettersOf(service) + "/" + letter.path("id").asText();
    }

    private static String lettersOf(String service) {
        return "/api/v1/" + service + "/parked-letters";
    }

    /** Letters of the pills that are parked, as an operator sees them. */
    private List<JsonNode> parked(String service, List<Pill> pills) {
        Set<String> places = pills.stream().map(Pill::place).collect(Collectors.toSet());
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = operator.get(lettersOf(service) + "?state=PARKED&limit=200" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(found::add);
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return found.stream()
                .filter(letter -> letter.path("topic").asText().equals(TOPIC)
                        && places.contains(Pill.place(
                                letter.path("partition").asInt(),
                                letter.path("offset").asLong())))
                .toList();
    }
}
