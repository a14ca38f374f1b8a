package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.Forgery;
import org.qualityzones.system.client.Realms;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** Wrong tokens are refused at the gateway and, past it, at each service. */
@Order(2)
@ExtendWith(SuiteExtension.class)
class TokenST {

    private static final Map<Member, String> PATHS = Map.of(
            Member.ZONE, "/api/v1/zones",
            Member.ENTERPRISE, "/api/v1/enterprises",
            Member.INSPECTION, "/api/v1/declarations",
            Member.NOTIFICATION, "/api/v1/subscriptions");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Callers callers;
    private final Realms realms;
    private final List<Door> doors = new ArrayList<>();

    TokenST(SuiteUnderTest suite) {
        this.callers = new Callers(suite);
        this.realms = new Realms(suite);
        for (Member service : Member.SERVICES) {
            doors.add(new Door("gateway to " + service.label(), suite.gateway(), PATHS.get(service)));
            doors.add(new Door(service.label() + " itself", suite.url(service), PATHS.get(service)));
        }
    }

    private record Door(String name, String base, String path) {

        Answer knock(String token) {
            return new Client(base, () -> token).get(path);
        }
    }

    @TestFactory
    Stream<DynamicTest> shouldLetAGoodTokenIn() {
        String good = callers.token("BUREAU");
        return doors.stream()
                .map(door -> DynamicTest.dynamicTest(
                        door.name(), () -> door.knock(good).expect(200)));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuse() {
        return badTokens().entrySet().stream().flatMap(bad -> doors.stream()
                .map(door -> DynamicTest.dynamicTest(
                        bad.getKey() + " at " + door.name(), () -> assertRefused(door.knock(bad.getValue())))));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseATokenOnceItHasExpired() {
        String token = realms.tokenOfOneSecond(name("brief"));
        return doors.stream()
                .map(door -> DynamicTest.dynamicTest(door.name(), () -> {
                    await("expiry at " + door.name())
                            .atMost(PATIENCE)
                            .until(() -> door.knock(token).status() == 401);
                    assertRefused(door.knock(token));
                }));
    }

    private Map<String, String> badTokens() {
        String good = callers.token("BUREAU");
        Forgery forgery = new Forgery(good);
        JsonNode key = StreamSupport.stream(realms.keys().spliterator(), false)
                .filter(candidate -> candidate.path("kid").asText().equals(forgery.keyId()))
                .findFirst()
                .orElseThrow();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("none", null);
        tokens.put("no token at all", "nonsense");
        tokens.put("another audience", realms.tokenForAnotherAudience(name("elsewhere")));
        tokens.put("another realm", realms.tokenOfAnotherRealm(name("other")));
        tokens.put("alg none", forgery.unsigned());
        tokens.put("HS256 with the public key", forgery.macWith(Forgery.encoded(key)));
        tokens.put("HS256 with the public key as PEM", forgery.macWith(Forgery.pem(key)));
        tokens.put("another key under the same id", forgery.signedByStranger());
        tokens.put("other claims under the signature", Forgery.withOtherClaims(good));
        return tokens;
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private static String name(String word) {
        return word + "-" + UUID.randomUUID();
    }
}
