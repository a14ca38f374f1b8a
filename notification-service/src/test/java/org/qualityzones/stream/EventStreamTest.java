package org.qualityzones.stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Facts;
import org.qualityzones.trial.Sse;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class EventStreamTest {

    private static final String SUBJECTS = "items.data.subject";

    private final String ours = Usccs.in("330226");
    private final String theirs = Usccs.in("331125");
    private final String integrator = Tokens.of(Roles.INTEGRATOR).build();
    private final String enterprise = Tokens.of(Roles.ENTERPRISE).uscc(ours).build();
    private final String bureau = Tokens.of(Roles.BUREAU).areas("3302").build();
    private long start;

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
        start = Database.number("select position from feed_head");
    }

    @Test
    void shouldShowEachCallerItsRowsOnly() {
        Facts.enterpriseRegistered(ours, "330226");
        Facts.enterpriseRegistered(theirs, "331125");
        awaitFeed(2);

        poll(integrator).body(SUBJECTS, hasSize(2)).body("lastPosition", equalTo((int) start + 2));
        poll(enterprise).body(SUBJECTS, contains(ours)).body("lastPosition", equalTo((int) start + 2));
        poll(bureau).body(SUBJECTS, contains(ours));
    }

    @Test
    void shouldTakeTheAreaOfAnEnterpriseFromItsOwner() {
        String moved = Usccs.in("110101");
        Facts.enterpriseRegistered(moved, "330226");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Database.number("select count(*) from state_version"))
                        .isEqualTo(1));
        Facts.publish(
                "qz.certificate",
                "C-1",
                "org.qualityzones.certificate.issued.v1",
                1,
                "{}",
                "{\"uscc\":\"" + moved + "\"}");
        awaitFeed(2);

        poll(bureau).body(SUBJECTS, org.hamcrest.Matchers.hasItem("C-1"));
    }

    @Test
    void shouldNumberEventsWithoutAGapWhileTopicsAreTakenInTogether() {
        int each = 40;
        for (int i = 0; i < each; i++) {
            Facts.enterpriseRegistered(Usccs.in("330226"), "330226");
            Facts.publish("qz.rule-set", "r" + i, "org.qualityzones.rule-set.published.v1", 1, "{}", "{}");
            Facts.publish(
                    "qz.declaration", "d" + i, "org.qualityzones.declaration.decided.v1", 1, "{}", "{\"lines\":[]}");
        }
        awaitFeed(each * 3L);

        List<Integer> positions = Api.get(integrator, "/api/v1/events?limit=200&after=" + start)
                .extract()
                .path("items.data.feedPosition");
        assertThat(positions.stream().map(Integer::longValue))
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + each * 3L)
                        .boxed()
                        .toList());
    }

    @Test
    void shouldPageByPosition() {
        for (int i = 0; i < 3; i++) {
            Facts.enterpriseRegistered(Usccs.in("330226"), "330226");
        }
        awaitFeed(3);

        Api.get(integrator, "/api/v1/events?limit=2&after=" + start)
                .body("items", hasSize(2))
                .body("lastPosition", equalTo((int) start + 2))
                .body("head", equalTo((int) start + 3));
        Api.get(integrator, "/api/v1/events?limit=201").statusCode(400);
        Api.get(integrator, "/api/v1/events?after=-1").statusCode(400);
        Api.get(integrator, "/api/v1/events?after=x").statusCode(400);
    }

    @Test
    void shouldPassPositionsThatHoldNothing() {
        Database.execute("update feed_head set position = position + 3500");
        Facts.enterpriseRegistered(Usccs.in("330226"), "330226");
        awaitFeed(1);

        poll(integrator).body("items", hasSize(1)).body("lastPosition", equalTo((int) start + 3501));
    }

    @Test
    void shouldStreamWhatComesAndGoOnAfterTheLastEventSeen() throws Exception {
        String last;
        try (Sse stream = Sse.open(enterprise, "", null)) {
            await().atMost(30, SECONDS).until(stream::isOpen);
            Facts.enterpriseRegistered(theirs, "331125");
            Facts.enterpriseRegistered(ours, "330226");
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> assertThat(stream.data()).hasSize(1));
            assertThat(stream.data().getFirst()).contains("\"subject\":\"" + ours + "\"");
            last = stream.ids().getFirst();
        }
        Facts.publish(
                "qz.enterprise",
                ours,
                "org.qualityzones.enterprise.amended.v1",
                2,
                "{\"fields\":[\"name\"]}",
                "{\"uscc\":\"" + ours + "\",\"areaCode\":\"330226\",\"version\":2}");
        try (Sse stream = Sse.open(enterprise, "", last)) {
            await().atMost(30, SECONDS).untilAsserted(() -> assertThat(stream.data())
                    .singleElement()
                    .asString()
                    .contains("org.qualityzones.enterprise.amended.v1"));
        }
    }

    @Test
    void shouldRefuseMoreStreamsThanACallerMayHave() throws Exception {
        String caller = Tokens.of(Roles.INTEGRATOR).subject("many").build();
        try (Sse first = Sse.open(caller, "", null);
                Sse second = Sse.open(caller, "", null);
                Sse third = Sse.open(caller, "", null);
                Sse fourth = Sse.open(caller, "", null);
                Sse fifth = Sse.open(caller, "", null)) {
            await().atMost(30, SECONDS)
                    .until(() ->
                            first.isOpen() && second.isOpen() && third.isOpen() && fourth.isOpen() && fifth.isOpen());

            Api.get(caller, "/api/v1/events/stream")
                    .statusCode(429)
                    .header("Retry-After", "10")
                    .body("type", org.hamcrest.Matchers.endsWith("/problems/stream-limit"));
        }
    }

    private io.restassured.response.ValidatableResponse poll(String token) {
        return Api.get(token, "/api/v1/events?after=" + start).statusCode(200);
    }

    private static void awaitFeed(long events) {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(Database.number("select count(*) from feed"))
                .isEqualTo(events));
    }
}
