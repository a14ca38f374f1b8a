package org.qualityzones.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.Client;
import org.qualityzones.system.client.Json;

/**
 * A body that is sent, and what must come back.
 *
 * @param pointer place that the refusal names; null when the body is accepted
 * @param code that the refusal gives for the place
 */
record LimitCase(String name, byte[] body, String pointer, String code) {

    static LimitCase accepted(String name, ObjectNode body) {
        return new LimitCase(name, Json.bytes(body), null, null);
    }

    static LimitCase refused(String name, ObjectNode body, String pointer, String code) {
        return new LimitCase(name, Json.bytes(body), pointer, code);
    }

    static Stream<DynamicTest> tests(Client caller, String path, List<LimitCase> cases) {
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> one.check(caller.post(path, one.body()))));
    }

    private void check(Answer answer) {
        if (pointer == null) {
            answer.expect(201);
        } else {
            assertRefused(answer, pointer, code);
        }
    }

    /** Fails unless it is a 400 in the form of RFC 9457 that names the place with the code and a detail. */
    static void assertRefused(Answer answer, String place, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.isProblem()).as(answer.toString()).isTrue();
        List<String> found = new ArrayList<>();
        for (JsonNode error : answer.json().path("errors")) {
            assertThat(error.path("detail").asText()).isNotEmpty();
            String where = error.has("parameter")
                    ? error.path("parameter").asText()
                    : error.path("pointer").asText();
            found.add(where + " " + error.path("code").asText());
        }
        assertThat(found).as(answer.toString()).contains(place + " " + code);
    }
}
