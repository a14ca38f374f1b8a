package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qualityzones.system.LimitCase.assertRefused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.suite.SuiteExtension;
import org.qualityzones.system.suite.SuiteUnderTest;

/** What holds for every request: bodies, headers, pages. */
@Order(3)
@ExtendWith(SuiteExtension.class)
class RequestLimitsST {

    private static final int MAX_BODY = 1_048_576;
    private static final List<String> PATHS = List.of("/api/v1/declarations", "/api/v1/enterprises");
    private static final String KEY = "Idempotency-Key";
    private static final String REQUEST_ID = "X-Request-Id";

    private final Client bureau;

    RequestLimitsST(SuiteUnderTest suite) {
        this.bureau = new Callers(suite).as("BUREAU");
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldBodiesToOneMebibyte() {
        return onBothPaths(path -> {
            bureau.post(path, padded(good(path), MAX_BODY)).expect(201);
            assertTooLarge(bureau.post(path, padded(good(path), MAX_BODY + 1)));
            bureau.postChunked(path, padded(good(path), MAX_BODY)).expect(201);
            assertTooLarge(bureau.postChunked(path, padded(good(path), MAX_BODY + 1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseWhatIsNoJson() {
        return onBothPaths(path -> {
            assertRefused(bureau.post(path, text("")), "", "required");
            assertRefused(bureau.post(path, text("{")), "", "malformed-json");
            assertRefused(bureau.post(path, text("{} {}")), "", "malformed-json");
            assertRefused(bureau.post(path, text("{'a': 1}")), "", "malformed-json");
            assertRefused(
                    bureau.post(path, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}), "", "malformed-json");
            assertRefused(bureau.post(path, text("[]")), "", "type");
            assertRefused(bureau.post(path, text("{\"uscc\": \"a\", \"uscc\": \"b\"}")), "", "duplicate-field");
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseHalfACharacter() {
        return onBothPaths(path -> {
            String spoilt =
                    Json.object("{}").put("address", "x").put("reference", "x").toString();
            Answer answer = bureau.post(path, text(spoilt.replace("\"x\"", "\"\\ud800\"")));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.text("/errors/0/code")).isEqualTo("control-character");
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseDepth() {
        return onBothPaths(path -> {
            for (int depth : List.of(31, 32, 33, 10_000)) {
                Answer answer = bureau.post(path, text("[".repeat(depth) + "]".repeat(depth)));
                assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
                assertThat(answer.isProblem()).isTrue();
            }
        });
    }

    @Test
    void shouldReadFactsOfDepth32AndRefuse33() {
        String path = "/api/v1/decisions/evaluations";
        assertRefused(bureau.post(path, nested(33)), "", "too-complex");
        assertThat(bureau.post(path, nested(32)).toString()).doesNotContain("too-complex");
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldIdempotencyKeys() {
        return onBothPaths(path -> {
            assertRefused(bureau.post(path, good(path), KEY, null), KEY, "required");
            for (String bad : List.of("", "\"\"", "k".repeat(256), "a b", "\"a", "\"a\"b")) {
                Answer answer = bureau.post(path, good(path), KEY, bad);
                assertThat(answer.status()).as("%s: %s", bad, answer).isEqualTo(400);
                assertThat(answer.text("/errors/0/parameter")).isEqualTo(KEY);
            }
            bureau.post(path, good(path), KEY, random(1)).expect(201);
            bureau.post(path, good(path), KEY, random(255)).expect(201);
            bureau.post(path, good(path), KEY, '"' + random(255) + '"').expect(201);
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldKeepOrReplaceRequestIds() {
        return onBothPaths(path -> {
            for (String id : List.of("a", "A.b_c-1", "i".repeat(64))) {
                assertThat(bureau.get(path, REQUEST_ID, id).expect(200).header(REQUEST_ID))
                        .isEqualTo(id);
                assertThat(bureau.post(path, text("{"), REQUEST_ID, id)
                                .expect(400)
                                .text("/requestId"))
                        .isEqualTo(id);
            }
            for (String id : List.of("", "i".repeat(65), "a b", "a/b", "a\"b", "<a>")) {
                Answer answer = bureau.post(path, text("{"), REQUEST_ID, id).expect(400);
                assertThat(answer.header(REQUEST_ID))
                        .matches("[A-Za-z0-9._-]{1,64}")
                        .isNotEqualTo(id);
                assertThat(answer.text("/requestId")).isEqualTo(answer.header(REQUEST_ID));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldPages() {
        return onBothPaths(path -> {
            for (String good : List.of("1", "50", "200")) {
                Answer page = bureau.get(path + "?limit=" + good).expect(200);
                assertThat(page.json().path("items").size()).isLessThanOrEqualTo(Integer.parseInt(good));
            }
            for (String bad : List.of("0", "201", "-1", "1.5", "many", "99999999999999999999")) {
                assertRefused(bureau.get(path + "?limit=" + bad), "limit", "limit");
            }
            for (String bad : List.of("unknown", "%00", "A".repeat(23), "*".repeat(22))) {
                assertRefused(bureau.get(path + "?cursor=" + bad), "cursor", "cursor");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"consignor=91", "hs=9", "from=yesterday", "outcome=MAYBE", "reference=%00"})
    void shouldRefuseFilters(String query) {
        Answer answer = bureau.get("/api/v1/declarations?" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.text("/errors/0/parameter")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseOtherMediaTypes() {
        return onBothPaths(path -> assertThat(bureau.post(path, good(path), "Content-Type", "text/plain")
                        .expect(415)
                        .isProblem())
                .isTrue());
    }

    private interface Check {
        void on(String path);
    }

    private static Stream<DynamicTest> onBothPaths(Check check) {
        return PATHS.stream().map(path -> DynamicTest.dynamicTest(path, () -> check.on(path)));
    }

    private static byte[] good(String path) {
        ObjectNode body = path.endsWith("enterprises")
                ? Samples.enterprise(CreditCode.random("330226"))
                : Samples.declaration(CreditCode.random("330226"));
        return Json.bytes(body);
    }

    private static byte[] padded(byte[] body, int length) {
        byte[] padded = new byte[length];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(body, 0, padded, 0, body.length);
        return padded;
    }

    private static void assertTooLarge(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    }

    /** A question whose facts are nested so that the whole body has this depth. */
    private static byte[] nested(int depth) {
        return text("{\"facts\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String random(int length) {
        return ThreadLocalRandom.current()
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
