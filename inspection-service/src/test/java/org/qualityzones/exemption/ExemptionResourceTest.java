package org.qualityzones.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.qualityzones.trial.Exemptions.AUTHORITY;
import static org.qualityzones.trial.Exemptions.SECOND_AUTHORITY;
import static org.qualityzones.trial.Exemptions.application;
import static org.qualityzones.trial.Exemptions.applied;
import static org.qualityzones.trial.Exemptions.apply;
import static org.qualityzones.trial.Exemptions.granted;
import static org.qualityzones.trial.Exemptions.propose;
import static org.qualityzones.trial.Exemptions.step;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.draw.ShanghaiDays;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Callers;
import org.qualityzones.trial.Codes;
import org.qualityzones.trial.Exemptions;
import org.qualityzones.trial.Known;
import org.qualityzones.trial.TestClock;

@QuarkusTest
@WithServers("inspection")
class ExemptionResourceTest {

    private static final String ENTERPRISE = Callers.enterprise(Codes.NINGHAI);

    @Inject
    TestClock clock;

    @Inject
    ExemptionSweep sweep;

    @BeforeEach
    void knowTheProducer() {
        Database.truncate("daily_seed");
        Known.enterprise(Codes.NINGHAI).inVersion(1);
    }

    @AfterEach
    void backToNow() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void shouldLeadFromTheProducerToACertificateOfThreeYears() {
        String id = apply(application(Codes.NINGHAI, "9608", "960810", "9609"))
                .statusCode(201)
                .header("Location", notNullValue())
                .header("ETag", is("\"1\""))
                .body("status", is("PRELIMINARY_REVIEW"))
                .body("areaCode", is("330226"))
                .body("hsPrefixes", is(List.of("9608", "9609")))
                .extract()
                .path("id");

        step(Callers.bureau(), id, "file")
                .statusCode(200)
                .body("dueOn", is(today().plusMonths(1).toString()));
        step(AUTHORITY, id, "accept")
                .statusCode(200)
                .body("dueOn", is(today().plusMonths(3).toString()));
        step(AUTHORITY, id, "start-review").statusCode(200).body("status", is("EXPERT_REVIEW"));
        step(AUTHORITY, id, "propose").statusCode(200).body("status", is("PROPOSED"));
        String number = step(SECOND_AUTHORITY, id, "approve")
                .statusCode(200)
                .body("status", is("APPROVED"))
                .body("decidedAt", notNullValue())
                .extract()
                .path("certificate");

        Exemptions.certificate(number)
                .body("status", is("VALID"))
                .body("uscc", is(Codes.NINGHAI))
                .body("applicationId", is(id))
                .body("validFrom", is(today().toString()))
                .body("validUntil", is(today().plusYears(3).minusDays(1).toString()))
                .body("provenance", nullValue());
        assertThat(Database.number("select count(*) from outbox where topic = 'qz.certificate' and type ="
                        + " 'org.qualityzones.certificate.issued.v1' and key = '" + number + "'"))
                .isEqualTo(1);
        assertThat(Database.number("select count(*) from outbox where key = '" + id + "'"))
                .isEqualTo(6);
    }

    @Test
    void shouldNeedASecondPersonToApprove() {
        String id = applied(application(Codes.NINGHAI, "9608"));
        propose(id);

        step(AUTHORITY, id, "approve")
                .statusCode(422)
                .body("type", endsWith("/exemption-rule"))
                .body("rule", is("second-person"))
                .body("citation.provenance", is("CONFIGURED"));
        step(SECOND_AUTHORITY, id, "approve").statusCode(200);
    }

    @Test
    void shouldSendBackWhatIsIncompleteAndTakeItAgain() {
        String id = applied(application(Codes.NINGHAI, "9608"));

        step(Callers.bureau(), id, Map.of("action", "return")).statusCode(400).body("errors[0].pointer", is("/reason"));
        step(Callers.bureau(), id, "return").statusCode(200).body("status", is("RETURNED"));
        step(Callers.bureau(), id, "file").statusCode(409).body("allowedActions", is(List.of()));
        step(ENTERPRISE, id, Map.of("action", "submit", "application", application(Codes.NINGHAI, "9608", "9609")))
                .statusCode(200)
                .body("status", is("PRELIMINARY_REVIEW"))
                .body("hsPrefixes", is(List.of("9608", "9609")));
        step(ENTERPRISE, id, Map.of("action", "submit", "application", application(Codes.YUNHE, "9608")))
                .statusCode(409);
        step(Callers.bureau(), id, "file").statusCode(200);
        step(AUTHORITY, id, "return").statusCode(200).body("status", is("INCOMPLETE"));
        step(ENTERPRISE, id, Map.of("action", "submit")).statusCode(200).body("status", is("FILED"));
        step(AUTHORITY, id, "decline").statusCode(200).body("status", is("NOT_ACCEPTED"));
        assertThat(applied(application(Codes.NINGHAI, "9608"))).isNotEqualTo(id);
    }

    @Test
    void shouldCountAsWithdrawnWhenNothingIsSupplied() {
        String id = applied(application(Codes.NINGHAI, "9608"));
        step(Callers.bureau(), id, "file").statusCode(200);
        String due = step(AUTHORITY, id, "return").statusCode(200).extract().path("dueOn");
        long days = today().until(LocalDate.parse(due), ChronoUnit.DAYS);

        clock.moveTo(Duration.ofDays(days));
        sweep.sweep();
        Api.get(AUTHORITY, Exemptions.APPLICATIONS + "/" + id).body("status", is("INCOMPLETE"));
        clock.moveTo(Duration.ofDays(days + 1));
        sweep.sweep();
        Api.get(AUTHORITY, Exemptions.APPLICATIONS + "/" + id).body("status", is("WITHDRAWN"));
    }

    @Test
    void shouldBarRefusedGoodsForAYear() {
        String id = applied(application(Codes.NINGHAI, "9608"));
        step(Callers.bureau(), id, "file").statusCode(200);
        step(AUTHORITY, id, "accept").statusCode(200);
        step(AUTHORITY, id, "refuse").statusCode(200).body("status", is("REFUSED"));
        LocalDate possible = today().plusYears(1);

        refused(application(Codes.NINGHAI, "960810"), "bar-after-refusal", possible);
        assertThat(applied(application(Codes.NINGHAI, "8458"))).isNotNull();
        clock.moveTo(Duration.ofDays(daysTo(possible) - 1));
        refused(application(Codes.NINGHAI, "96"), "bar-after-refusal", possible);
        clock.moveTo(Duration.ofDays(daysTo(possible) + 1));
        assertThat(applied(application(Codes.NINGHAI, "96"))).isNotNull();
    }

    @Test
    void shouldBarACancelledHolderForThreeYears() {
        String number = granted(application(Codes.NINGHAI, "9608"));
        Exemptions.move(number, "revoke").statusCode(200).body("status", is("REVOKED"));
        LocalDate possible = today().plusYears(3);

        refused(application(Codes.NINGHAI, "8458"), "bar-after-cancellation", possible);
        clock.moveTo(Duration.ofDays(daysTo(possible) - 1));
        refused(application(Codes.NINGHAI, "8458"), "bar-after-cancellation", possible);
        clock.moveTo(Duration.ofDays(daysTo(possible) + 1));
        assertThat(applied(application(Codes.NINGHAI, "8458"))).isNotNull();
    }

    @Test
    void shouldRenewFromThreeMonthsBeforeTheLastDay() {
        String number = granted(application(Codes.NINGHAI, "9608"));
        LocalDate last =
                LocalDate.parse(Exemptions.certificate(number).extract().path("validUntil"));
        Map<String, Object> renewal = application(Codes.NINGHAI, "9608");
        apply(renewal).statusCode(422).body("rule", is("already-exempt"));
        renewal.put("renews", number);
        LocalDate possible = last.minusMonths(3);

        clock.moveTo(Duration.ofDays(daysTo(possible) - 1));
        refused(renewal, "renewal-window", possible);
        clock.moveTo(Duration.ofDays(daysTo(possible) + 1));
        Map<String, Object> wider = application(Codes.NINGHAI, "9608", "9609");
        wider.put("renews", number);
        apply(wider).statusCode(422).body("rule", is("same-range")).body("citation.provenance", is("FOUND"));
        Exemptions.move(number, "suspend").statusCode(200);
        apply(renewal).statusCode(422).body("rule", is("not-under-rectification"));
        Exemptions.move(number, "reinstate").statusCode(200);

        String next = granted(renewal);

        Exemptions.certificate(next)
                .body("renews", is(number))
                .body("validFrom", is(last.plusDays(1).toString()))
                .body("validUntil", is(last.plusYears(3).toString()));
        Exemptions.move(number, "suspend").statusCode(200);
        Exemptions.certificate(next).body("status", is("SUSPENDED"));
        Exemptions.move(number, "reinstate").statusCode(200);
        Exemptions.certificate(next).body("status", is("VALID"));
        Exemptions.move(number, "revoke").statusCode(200);
        Exemptions.certificate(next).body("status", is("REVOKED"));
    }

    @Test
    void shouldNotRenewWhatIsBeingCancelled() throws Exception {
        String number = granted(application(Codes.NINGHAI, "9608"));
        LocalDate last =
                LocalDate.parse(Exemptions.certificate(number).extract().path("validUntil"));
        clock.moveTo(Duration.ofDays(daysTo(last.minusMonths(3)) + 1));
        Map<String, Object> renewal = application(Codes.NINGHAI, "9608");
        renewal.put("renews", number);
        String id = applied(renewal);
        propose(id);

        try (Connection cancelling = Database.connect();
                Statement statement = cancelling.createStatement()) {
            cancelling.setAutoCommit(false);
            statement.executeUpdate("update certificate set status = 'REVOKED', revoked_on = current_date,"
                    + " revoked_at = now(), version = version + 1 where number = '" + number + "'");
            var approval = CompletableFuture.supplyAsync(() -> step(SECOND_AUTHORITY, id, "approve"));
            await().until(() -> approval.isDone() || waitsForARow());
            cancelling.commit();

            approval.get().statusCode(422).body("rule", is("term-over"));
        }
    }

    private static boolean waitsForARow() {
        return Database.number("select count(*) from pg_locks where locktype = 'transactionid' and not granted") > 0;
    }

    @Test
    void shouldTakeOneApplicationForTheSameGoods() {
        String id = applied(application(Codes.NINGHAI, "9608"));

        apply(application(Codes.NINGHAI, "9608101010")).statusCode(422).body("rule", is("one-application"));
        assertThat(applied(application(Codes.NINGHAI, "9609"))).isNotNull();
        step(ENTERPRISE, id, Map.of("action", "withdraw")).statusCode(200);
        assertThat(applied(application(Codes.NINGHAI, "9608"))).isNotNull();
    }

    @Test
    void shouldRefuseFoodAndWhoIsDeregistered() {
        apply(application(Codes.NINGHAI, "9608", "1604")).statusCode(422).body("rule", is("excluded-goods"));
        Known.enterprise(Codes.NINGHAI).status("DEREGISTERED").inVersion(2);
        apply(application(Codes.NINGHAI, "9608")).statusCode(422).body("rule", is("enterprise-active"));
    }

    @Test
    void shouldTakeTwentyFourPrefixesAndNoMore() {
        String[] most =
                IntStream.range(0, 24).mapToObj(i -> "96%02d".formatted(i)).toArray(String[]::new);
        String[] more =
                IntStream.range(0, 25).mapToObj(i -> "96%02d".formatted(i)).toArray(String[]::new);

        apply(application(Codes.NINGHAI, more)).statusCode(400).body("errors[0].pointer", is("/hsPrefixes"));
        apply(application(Codes.NINGHAI)).statusCode(400);
        apply(application(Codes.NINGHAI, most)).statusCode(201).body("hsPrefixes", hasSize(24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "标准", " GB", "GB ", "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void shouldRefuseWhatIsNoStandard(String standard) {
        Map<String, Object> command = application(Codes.NINGHAI, "9608");
        command.put("standard", standard);

        apply(command).statusCode(400).body("errors[0].pointer", is("/standard"));
    }

    @Test
    void shouldAcceptTheLongestTexts() {
        Map<String, Object> command = application(Codes.NINGHAI, "9608");
        command.put("standard", "x".repeat(64));
        command.put("product", "笔".repeat(200));
        command.put("documents", Collections.nCopies(50, Map.of("kind", "OTHER", "reference", "r".repeat(500))));

        apply(command).statusCode(201).body("documents", hasSize(50));
        command.put("product", "笔".repeat(201));
        apply(command).statusCode(400).body("errors.pointer", hasItem("/product"));
        command.put("product", "笔");
        command.put("documents", Collections.nCopies(51, Map.of("kind", "OTHER", "reference", "r")));
        apply(command).statusCode(400).body("errors.pointer", hasItem("/documents"));
    }

    @Test
    void shouldHideApplicationsOfOthers() {
        String id = applied(application(Codes.NINGHAI, "9608"));
        String path = Exemptions.APPLICATIONS + "/" + id;

        Api.post(Callers.enterprise(Codes.YUNHE), Exemptions.APPLICATIONS, application(Codes.NINGHAI, "9609"))
                .statusCode(403)
                .body("type", endsWith("/not-your-row"));
        Api.get(Callers.enterprise(Codes.YUNHE), path).statusCode(404);
        Api.get(Callers.bureauB(), path).statusCode(404);
        Api.transition(Callers.bureauB(), path, 1, Map.of("action", "file")).statusCode(404);
        Api.transition(ENTERPRISE, path, 1, Map.of("action", "file")).statusCode(403);
        Api.get(Callers.bureau(), Exemptions.APPLICATIONS + "?status=PRELIMINARY_REVIEW&uscc=" + Codes.NINGHAI)
                .body("items", hasSize(1));
        Api.get(Callers.bureauB(), Exemptions.APPLICATIONS).body("items", hasSize(0));
    }

    private void refused(Map<String, Object> command, String rule, LocalDate possibleFrom) {
        apply(command)
                .statusCode(422)
                .body("rule", is(rule))
                .body("citation.text", notNullValue())
                .body("possibleFrom", is(possibleFrom.toString()));
    }

    private static LocalDate today() {
        return ShanghaiDays.of(Clock.systemUTC().instant());
    }

    private static long daysTo(LocalDate day) {
        return today().until(day, ChronoUnit.DAYS);
    }
}
