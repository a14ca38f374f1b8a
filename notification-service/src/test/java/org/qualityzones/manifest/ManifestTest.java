package org.qualityzones.manifest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.trial.Facts;
import org.qualityzones.trial.PublicKeys;
import org.qualityzones.trial.Receiver;
import org.qualityzones.trial.Usccs;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("notification")
class ManifestTest {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    private final String integrator =
            Tokens.of(Roles.INTEGRATOR).subject("integrator").build();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void empty() {
        Database.truncate("feed_head");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void shouldProveWhatWasDeliveredOnADayThatHasEnded() {
        String id = subscribed();
        List<String> events = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            events.add(Facts.enterpriseRegistered(Usccs.in("330226"), "330226"));
            awaitDeliveries(i);
        }
        Database.execute("update subscription set created_at = created_at - interval '3 days'");
        Database.execute("update delivery set created_at = created_at - interval '2 days' where sequence > 1");
        Database.execute("update delivery set created_at = created_at - interval '3 days' where sequence = 1");
        LocalDate day = today.minusDays(2);

        JsonPath manifest = Api.get(integrator, path(id, day))
                .statusCode(200)
                .body("subscription", equalTo(id))
                .body("date", equalTo(day.toString()))
                .body("count", equalTo(2))
                .body("firstDeliverySequence", equalTo(2))
                .body("lastDeliverySequence", equalTo(3))
                .extract()
                .jsonPath();
        assertThat(manifest.getString("root")).isEqualTo(base64(hash(1, leaf(events.get(1)), leaf(events.get(2)))));
        String signed = "{\"count\":2,\"date\":\"" + day + "\",\"firstDeliverySequence\":2,\"lastDeliverySequence\":3,"
                + "\"root\":\"" + manifest.getString("root") + "\",\"subscription\":\"" + id + "\"}";
        assertThat(PublicKeys.verify(publicKey(id), signed, manifest.getString("signature")))
                .isTrue();
        assertThat(Api.get(integrator, path(id, day)).extract().jsonPath().getString("signature"))
                .isEqualTo(manifest.getString("signature"));
        Api.get(integrator, path(id, today.minusDays(1)))
                .body("count", equalTo(0))
                .body("firstDeliverySequence", nullValue())
                .body("root", equalTo(base64(hash(-1))));
    }

    @Test
    void shouldSayWhenADayHasNotEndedOrNothingWasToBeDelivered() {
        String id = subscribed();
        Api.get(integrator, path(id, today))
                .statusCode(404)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/manifest-not-yet"));
        Api.get(integrator, path(id, today.plusYears(5))).statusCode(404);
        Api.get(integrator, path(id, today.minusDays(2))).statusCode(404).body("type", endsWith("/not-found"));
        Api.get(integrator, SUBSCRIPTIONS + "/" + id + "/manifests/yesterday").statusCode(404);
        Api.get(Tokens.of(Roles.INTEGRATOR).subject("other").build(), path(id, today.minusDays(1)))
                .statusCode(404);
        String stream = Api.post(integrator, SUBSCRIPTIONS, Map.of("channel", "SSE"))
                .statusCode(201)
                .extract()
                .path("id");
        Database.execute("update subscription set created_at = created_at - interval '3 days'");
        Api.get(integrator, path(stream, today.minusDays(2))).statusCode(404);
    }

    @Test
    void shouldMakeTheKeyOfASubscriptionFromBefore() {
        String id = subscribed();
        Database.execute("delete from subscription_key where public_key is not null");
        Database.execute("update subscription set created_at = created_at - interval '3 days'");

        Api.get(integrator, path(id, today.minusDays(2))).statusCode(200);
        assertThat(publicKey(id)).startsWith("whpk_");
    }

    private String subscribed() {
        return Api.post(integrator, SUBSCRIPTIONS, Map.of("channel", "WEBHOOK", "target", receiver.url("/hook")))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String publicKey(String id) {
        return Api.get(integrator, SUBSCRIPTIONS + "/" + id + "/keys")
                .extract()
                .path("items.find { it.algorithm == 'v1a' }.publicKey");
    }

    private static String path(String id, LocalDate day) {
        return SUBSCRIPTIONS + "/" + id + "/manifests/" + day;
    }

    private static void awaitDeliveries(int count) {
        await().atMost(60, SECONDS)
                .until(() -> Database.number("select count(*) from delivery where outcome = 'DELIVERED'") == count);
    }

    private static byte[] leaf(String eventId) {
        return hash(0, eventId.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of a first byte, where it is not negative, and what follows. */
    private static byte[] hash(int first, byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (first >= 0) {
            bytes.write(first);
        }
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
