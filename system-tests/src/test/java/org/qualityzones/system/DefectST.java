package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.agent.AgentJar;
import org.qualityzones.system.agent.CrashPoint;
import org.qualityzones.system.agent.Defect;
import org.qualityzones.system.check.CheckExtension;
import org.qualityzones.system.check.CheckRun;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Ledger;
import org.qualityzones.system.oracle.Quiet;
import org.qualityzones.system.oracle.Replays;
import org.qualityzones.system.oracle.States;
import org.qualityzones.system.oracle.Tables;
import org.qualityzones.system.oracle.Topic;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * Seeded defects: with each of them the named check must say no, in a small form that says yes to the suite without it. The
 * reader of an outbox that loses late commits stands in {@link CommitOrderST}, spoilt observations in {@link LoopST}.
 */
@Tag("A16")
@Order(37)
@ExtendWith({SuiteExtension.class, CheckExtension.class})
class DefectST {

    private static final Duration HEALING = Duration.ofMinutes(2);
    private static final int REPLAYS = 3;
    /** What a line that is decided again changes. */
    private static final Set<String> DECIDED_AGAIN = Set.of(
            "qz_inspection.decision",
            "qz_inspection.declaration",
            "qz_inspection.declaration_line",
            "qz_enterprise.dossier_entry",
            "qz_notification.feed",
            "qz_notification.feed_head",
            "deliveries");

    /** Defects that show without any other fault, each with the service that gets it; none hides another. */
    private static final Map<Defect, Member> STANDING = Map.of(
            Defect.IDEMPOTENCY_NOT_STORED, Member.ZONE,
            Defect.IF_MATCH_IGNORED, Member.ENTERPRISE,
            Defect.FINGERPRINT_NOT_COMPARED, Member.INSPECTION,
            Defect.AUDIT_SKIPPED, Member.NOTIFICATION,
            Defect.INBOX_OFF, Member.ENTERPRISE,
            Defect.OFFSET_WITHOUT_EFFECT, Member.INSPECTION);

    private static final List<String> TOPICS = List.of("qz.inspection", "qz.declaration", "qz.enterprise");

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Client bureau;
    private final Tables tables;
    private final AgentJar agent;
    private final Map<Defect, String> caught = Collections.synchronizedMap(new EnumMap<>(Defect.class));

    DefectST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
        this.bureau = callers.as("BUREAU");
        this.tables = new Tables(suite);
        this.agent = AgentJar.of(suite, "defects.log");
    }

    @Test
    void shouldFindEachSeededDefect(CheckRun run) throws Exception {
        assertThat(symptoms()).as("a good suite has no symptom").isEmpty();
        suite.logs().defectsBegin();
        STANDING.forEach((defect, member) -> agent.spoil(suite, member, defect));
        caught.putAll(symptoms());
        new HashSet<>(STANDING.values()).forEach(member -> agent.mend(suite, member));
        loseEffect();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> doubled = threads.submit(() -> {
                doubleEffect();
                return null;
            });
            Future<?> lost = threads.submit(this::loseEvent);
            doubled.get();
            lost.get();
        }
        suite.logs().defectsEnd();

        caught.forEach((defect, check) -> System.out.printf("DefectST: %s found by %s%n", defect, check));
        assertThat(agent.lines(suite)).noneMatch(line -> line.startsWith("not woven"));
        assertThat(caught).containsOnlyKeys(Defect.values());
        run.runs(Defect.values().length);
        run.faults(caught.size());
    }

    /** Which of the small forms of the checks does not hold now, and which check that is. */
    private Map<Defect, String> symptoms() {
        Map<Defect, String> found = new EnumMap<>(Defect.class);
        String uscc = CreditCode.random("330226");
        Answer enterprise =
                bureau.post("/api/v1/enterprises", Samples.enterprise(uscc)).expect(201);
        if (!keepsOneEffect()) {
            found.put(Defect.IDEMPOTENCY_NOT_STORED, "B1");
        }
        if (!refusesStale(uscc)) {
            found.put(Defect.IF_MATCH_IGNORED, "B2");
        }
        if (!refusesOtherBody(uscc)) {
            found.put(Defect.FINGERPRINT_NOT_COMPARED, "B1");
        }
        if (!isAudited()) {
            found.put(Defect.AUDIT_SKIPPED, "A1 (audit)");
        }
        if (!isCopied(uscc, enterprise)) {
            found.put(Defect.OFFSET_WITHOUT_EFFECT, "A1 (copies)");
        }
        if (!isUnmovedByReplay(uscc)) {
            found.put(Defect.INBOX_OFF, "A8");
        }
        return found;
    }

    private boolean keepsOneEffect() {
        Client government = callers.as("LOCAL_GOVERNMENT");
        ObjectNode zone = Samples.zone("defect-" + UUID.randomUUID());
        String key = Client.newKey();
        Answer first =
                government.post("/api/v1/zones", zone, "Idempotency-Key", key).expect(201);
        Answer again = government.post("/api/v1/zones", zone, "Idempotency-Key", key);
        return again.status() == 201 && again.text("/id").equals(first.text("/id"));
    }

    private boolean refusesStale(String uscc) {
        ObjectNode product = Json.object("{'hsCode': '9608100000', 'name': {'en': 'pens'}}");
        Answer created = bureau.post("/api/v1/enterprises/" + uscc + "/products", product)
                .expect(201);
        String path = "/api/v1/enterprises/" + uscc + "/products/" + created.text("/id");
        bureau.put(path, product, "If-Match", created.header("ETag")).expect(200);
        return bureau.put(path, product, "If-Match", created.header("ETag")).status() == 412;
    }

    private boolean refusesOtherBody(String uscc) {
        String key = Client.newKey();
        bureau.post("/api/v1/declarations", Samples.declaration(uscc), "Idempotency-Key", key)
                .expect(201);
        return bureau.post("/api/v1/declarations", Samples.declaration(uscc), "Idempotency-Key", key)
                        .status()
                == 422;
    }

    private boolean isAudited() {
        String id = callers.as("INTEGRATOR")
                .post(
                        "/api/v1/subscriptions",
                        Samples.subscription("http://127.0.0.1:18090/nobody", CreditCode.random("330226")))
                .expect(201)
                .text("/id");
        return !tables.audited("subscription.create", Set.of(id)).isEmpty();
    }

    /** The copy has the version that the books say is dealt with. */
    private boolean isCopied(String uscc, Answer enterprise) {
        awaitApplied(uscc, enterprise.json().path("version").asLong());
        return !tables.copies(uscc).isEmpty();
    }

    private void awaitApplied(String uscc, long version) {
        await("the event is dealt with").atMost(HEALING).until(() -> tables.appliedVersion(uscc) >= version);
    }

    /** A line decided again by the clock in between moves states as well, not each time and only so many. */
    private boolean isUnmovedByReplay(String uscc) {
        Replays replays = new Replays(suite.env("KAFKA_BOOTSTRAP"));
        Quiet quiet = new Quiet(tables, replays);
        States states = new States(tables);
        for (int go = 0; go < REPLAYS; go++) {
            quiet.await();
            Map<String, String> before = states.digests();
            Set<String> keys = new HashSet<>(tables.declarations(uscc));
            keys.add(uscc);
            assertThat(replays.sendAgain(TOPICS, keys)).as("records sent again").isPositive();
            quiet.await();
            Set<String> changed = states.changedSince(before);
            if (changed.isEmpty()) {
                return true;
            }
            System.out.printf("DefectST: a replay changes %s%n", changed);
            if (!DECIDED_AGAIN.containsAll(changed)) {
                return false;
            }
        }
        return false;
    }

    /** A crash between inbox and effect: the effect never comes, which the copies show. */
    private void loseEffect() {
        Quiet quiet = new Quiet(tables, new Replays(suite.env("KAFKA_BOOTSTRAP")));
        quiet.await();
        agent.spoil(suite, Member.INSPECTION, Defect.INBOX_COMMITTED_ALONE);
        agent.arm(suite, CrashPoint.INBOX_INSERTED, 1);
        String uscc = CreditCode.random("330226");
        bureau.post("/api/v1/enterprises", Samples.enterprise(uscc)).expect(201);
        suite.awaitEnd(Member.INSPECTION, HEALING);
        suite.start(Member.INSPECTION);
        String after = CreditCode.random("330226");
        bureau.post("/api/v1/enterprises", Samples.enterprise(after)).expect(201);
        awaitApplied(after, 1);
        quiet.await();
        if (tables.copies(uscc).isEmpty() && !tables.copies(after).isEmpty()) {
            caught.put(Defect.INBOX_COMMITTED_ALONE, "A2 (copies)");
        }
    }

    /** A crash between effect and stored answer: the same key has its effect again, which the declarations show. */
    private void doubleEffect() throws Exception {
        agent.spoil(suite, Member.INSPECTION, Defect.IDEMPOTENCY_AFTER_COMMIT);
        agent.arm(suite, CrashPoint.BEFORE_COMMIT, 1);
        String uscc = CreditCode.random("330226");
        try (Ledger ledger = new Ledger(suite.notes().resolve("defect-ledger-" + uscc + ".log"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PatientClient patient = new PatientClient(bureau, ledger);
            Future<?> filing = threads.submit(() -> patient.post("/api/v1/declarations", Samples.declaration(uscc)));
            suite.awaitEnd(Member.INSPECTION, HEALING);
            suite.start(Member.INSPECTION);
            filing.get();
            if (tables.declarations(uscc).size() > ledger.created().size()) {
                caught.put(Defect.IDEMPOTENCY_AFTER_COMMIT, "A2 (declarations)");
            }
        }
    }

    /** Kafka is away for longer than the relay waits: the event never comes, which the topic shows. */
    private void loseEvent() {
        agent.spoil(suite, Member.ENTERPRISE, Defect.SENT_WITHOUT_ACK);
        String uscc = CreditCode.random("330226");
        suite.kill(Member.KAFKA);
        bureau.post("/api/v1/enterprises", Samples.enterprise(uscc)).expect(201);
        await("the outbox counts it as sent").atMost(HEALING).until(() -> tables.unsent("qz_enterprise", uscc)
                .isEmpty());
        suite.start(Member.KAFKA);
        agent.mend(suite, Member.ENTERPRISE);
        if (Topic.read(suite.env("KAFKA_BOOTSTRAP"), "qz.enterprise")
                .about(Set.of(uscc))
                .events()
                .isEmpty()) {
            caught.put(Defect.SENT_WITHOUT_ACK, "A11");
        }
    }
}
