package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Receiver;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Topic;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** The thread through the whole house, and that each creation is found by the GET that follows it. */
@Order(1)
@ExtendWith(SuiteExtension.class)
class ThreadST {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SuiteUnderTest suite;
    private final Callers callers;
    private final Client bureau;

    ThreadST(SuiteUnderTest suite) {
        this.suite = suite;
        this.callers = new Callers(suite);
        this.bureau = callers.as("BUREAU");
    }

    @Test
    void shouldCarryFactsToADecisionAndTheDecisionToASubscriber() {
        String uscc = CreditCode.random("330226");
        try (Receiver receiver = Receiver.listen(suite.notes().resolve("thread.log"))) {
            receiver.subscribe(callers.as("INTEGRATOR"), uscc);
            Answer enterprise = found(
                    bureau,
                    "/api/v1/enterprises/" + uscc,
                    bureau.post("/api/v1/enterprises", Samples.enterprise(uscc)).expect(201));
            awaitFacts(uscc, enterprise.json().path("version").asLong());

            Answer declaration = bureau.post("/api/v1/declarations", Samples.declaration(uscc))
                    .expect(201);
            String id = declaration.text("/id");
            found(bureau, "/api/v1/declarations/" + id, declaration);
            JsonNode decision = declaration.json().at("/lines/0/decision");
            assertThat(decision.path("outcome").asText()).isNotEmpty();
            assertThat(decision.path("reasons")).isNotEmpty();
            assertThat(decision.path("trace")).isNotEmpty();
            assertThat(decision.at("/asOf/producer").asLong()).isPositive();

            await("webhook of " + id).atMost(PATIENCE).until(() -> webhooksAbout(receiver, id), is -> is.size() == 1);
            assertThat(receiver.refused()).isEmpty();
            replay(decision);
        }
    }

    @Test
    void shouldFindAZoneAtOnce() {
        String code = "system-" + UUID.randomUUID();
        Client government = callers.as("LOCAL_GOVERNMENT");
        found(
                government,
                "/api/v1/zones/" + code,
                government.post("/api/v1/zones", Samples.zone(code)).expect(201));
    }

    @Test
    void shouldCarryRequestIdAndTraceThroughHttpAndKafka() {
        String code = "traced-" + UUID.randomUUID();
        String requestId = "system-" + UUID.randomUUID();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Answer created = callers.as("LOCAL_GOVERNMENT")
                .post(
                        "/api/v1/zones",
                        Samples.zone(code),
                        "X-Request-Id",
                        requestId,
                        "traceparent",
                        "00-" + trace + "-00f067aa0ba902b7-01")
                .expect(201);

        assertThat(created.header("X-Request-Id")).isEqualTo(requestId);
        Topic.Event event = await("event of " + code)
                .atMost(PATIENCE)
                .until(
                        () -> Topic.read(suite.env("KAFKA_BOOTSTRAP"), "qz.zone")
                                .about(Set.of(code))
                                .events(),
                        found -> !found.isEmpty())
                .getFirst();
        assertThat(event.requestId()).isEqualTo(requestId);
        // as it came: no process makes spans unless it is asked to
        assertThat(event.traceparent()).isEqualTo("00-" + trace + "-00f067aa0ba902b7-01");
    }

    @Test
    void shouldFindASubscriptionAtOnce() {
        Client integrator = callers.as("INTEGRATOR");
        Answer created = integrator
                .post(
                        "/api/v1/subscriptions",
                        Samples.subscription("http://127.0.0.1:18090/nobody", CreditCode.random("330226")))
                .expect(201);
        assertThat(created.text("/secret")).startsWith("whsec_");
        Answer shown =
                integrator.get("/api/v1/subscriptions/" + created.text("/id")).expect(200);
        assertThat(created.header("Location")).endsWith("/api/v1/subscriptions/" + created.text("/id"));
        assertThat(shown.json().has("secret")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi",
                "/docs",
                "/asyncapi",
                "/status",
                "/problems/invalid-request",
                "/problems/not-your-row",
                "/public/v1/zones"
            })
    void shouldShowThePageToAnyone(String path) {
        assertThat(callers.anonymous().get(path).expect(200).bytes()).isNotEmpty();
    }

    @Test
    void shouldMergeTheDocumentsOfAllServices() {
        Answer answer = callers.anonymous()
                .get("/openapi", "Accept", "application/json")
                .expect(200);
        assertThat(answer.text("/openapi")).startsWith("3.1");
        for (String path :
                List.of("/api/v1/zones", "/api/v1/enterprises", "/api/v1/declarations", "/api/v1/subscriptions")) {
            assertThat(answer.json().path("paths").has(path)).as(path).isTrue();
        }
    }

    /** The GET right after the 201, with the same state and version. */
    private static Answer found(Client caller, String path, Answer created) {
        assertThat(created.header("Location")).endsWith(path);
        Answer shown = caller.get(path).expect(200);
        assertThat(shown.header("ETag")).isEqualTo(created.header("ETag")).matches("\"\\d+\"");
        assertThat(shown.json().path("version")).isEqualTo(created.json().path("version"));
        return shown;
    }

    private void awaitFacts(String uscc, long version) {
        ObjectNode question = Json.object("{}");
        question.set("declaration", Samples.declaration(uscc));
        question.put("draw", "0.5");
        Client auditor = callers.as("AUDITOR");
        await("facts of " + uscc)
                .atMost(PATIENCE)
                .until(
                        () -> auditor.post("/api/v1/decisions/evaluations", question)
                                .expect(200)
                                .json()
                                .at("/lines/0/asOf/producer")
                                .asLong(),
                        known -> known >= version);
    }

    private void replay(JsonNode decision) {
        Answer replay = callers.as("AUDITOR")
                .post("/api/v1/decisions/" + decision.path("id").asText() + "/replays", Json.object("{}"))
                .expect(200);
        assertThat(replay.json().path("identical").asBoolean()).isTrue();
        assertThat(replay.text("/digest")).isEqualTo(decision.path("digest").asText());
    }

    private static List<Receiver.Webhook> webhooksAbout(Receiver receiver, String declaration) {
        return receiver.verified().stream()
                .filter(webhook -> webhook.data().path("subject").asText().equals(declaration))
                .toList();
    }
}
