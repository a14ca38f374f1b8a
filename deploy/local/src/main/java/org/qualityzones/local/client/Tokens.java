package org.qualityzones.local.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Access tokens of the demo clients, each fetched again before it ends. */
final class Tokens {

    private static final long RENEW_AFTER = Duration.ofMinutes(10).toNanos();

    private final Map<String, String> env;
    private final UnaryOperator<String> ask;
    private final Map<String, Token> tokens = new HashMap<>();

    private record Token(String text, long at) {}

    /** @param ask sends the form to the token endpoint and answers the token */
    Tokens(Map<String, String> env, UnaryOperator<String> ask) {
        this.env = env;
        this.ask = ask;
    }

    synchronized String of(String role) {
        Token known = tokens.get(role);
        if (known == null || System.nanoTime() - known.at() > RENEW_AFTER) {
            known = new Token(ask.apply(form(role)), System.nanoTime());
            tokens.put(role, known);
        }
        return known.text();
    }

    private String form(String role) {
        String id = env.get("CLIENT_" + role + "_ID");
        if (id == null) {
            throw new SuiteException("This stack has no demo client " + role + "; start it again: ./run stop, ./run");
        }
        return "grant_type=client_credentials&client_id=" + encoded(id) + "&client_secret="
                + encoded(env.get("CLIENT_" + role + "_SECRET"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
