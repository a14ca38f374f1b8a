package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code ./run replay} asks a suite, and says. */
class StoreReplayTest {

    private static final String REPLAYS = "/api/v1/decisions/replays";
    private static final String FIRST = """
            {"replayed":2,"identical":2,"differing":[],"next":"id-2","total":3}""";
    private static final String SAME = """
            {"replayed":1,"identical":1,"differing":[],"next":null,"total":null}""";
    private static final String OTHER = """
            {"replayed":1,"identical":0,"next":null,"total":null,"differing":
             [{"id":"id-3","difference":{"pointer":"/outcome","stored":"RELEASE","recomputed":"SAMPLE"}}]}""";

    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer suite;
    private String last = SAME;

    @BeforeEach
    void listen() throws IOException {
        suite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        suite.createContext("/token", call -> answer(call, "{\"access_token\":\"t\"}"));
        suite.createContext(REPLAYS, call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(body);
            answer(call, body.contains("id-2") ? last : FIRST);
        });
        suite.createContext(
                "/api/v1/decisions/id-9/replays",
                call -> answer(call, "{\"identical\":true,\"digest\":\"sha-256:9\",\"differences\":[]}"));
        suite.start();
    }

    @AfterEach
    void close() {
        suite.stop(0);
    }

    @Test
    void shouldGoThroughTheWholeStore() {
        replay().run(null);

        assertThat(asked).hasSize(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("3 of 3 decisions", "3 decisions computed again in", "3 identical");
    }

    @Test
    void shouldNameWhatDiffersAndFail() {
        last = OTHER;

        assertThatThrownBy(() -> replay().run(null))
                .isInstanceOf(LocalException.class)
                .hasMessage("1 of 3 decisions do not come out the same");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("id-3 differs at \"/outcome\": stored RELEASE, recomputed SAMPLE", "2 identical");
    }

    @Test
    void shouldReplayOne() {
        replay().run("id-9");

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("identical, sha-256:9");
    }

    private StoreReplay replay() {
        String url = "http://127.0.0.1:" + suite.getAddress().getPort();
        StackEnv env = new StackEnv(Map.of(
                "GATEWAY_URL",
                url,
                "TOKEN_URL",
                url + "/token",
                "CLIENT_AUDITOR_ID",
                "auditor",
                "CLIENT_AUDITOR_SECRET",
                "s"));
        return new StoreReplay(env, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange call, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
