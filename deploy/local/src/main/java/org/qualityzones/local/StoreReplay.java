package org.qualityzones.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.qualityzones.local.client.CallLog;
import org.qualityzones.local.client.Gateway;

/** Has stored decisions computed again: one, or the whole store part by part, so that it may be stopped at any time. */
final class StoreReplay {

    private static final String AS = DemoClient.AUDITOR.name();
    private static final int PART = 500;

    private final Gateway suite;
    private final PrintStream out;

    StoreReplay(StackEnv env, PrintStream out) {
        this.suite = new Gateway(env.values(), CallLog.NONE);
        this.out = out;
    }

    /** Fails when a decision came out differently. @param decision id, or null for all */
    void run(String decision) {
        if (decision == null) {
            all();
        } else {
            one(decision);
        }
    }

    private void one(String decision) {
        JsonNode replay = suite.post(AS, "/api/v1/decisions/" + decision + "/replays", Map.of())
                .expect(200)
                .body();
        if (!replay.path("identical").asBoolean()) {
            tell(decision, replay.path("differences").path(0));
            throw new LocalException("The decision does not come out the same");
        }
        out.println("identical, " + replay.path("digest").asText());
    }

    private void all() {
        long begun = System.nanoTime();
        JsonNode page = part(null);
        ProgressBar bar = new ProgressBar(out, page.path("total").asLong(), "decisions");
        long replayed = 0;
        long identical = 0;
        while (true) {
            replayed += page.path("replayed").asLong();
            identical += page.path("identical").asLong();
            page.path("differing").forEach(each -> tell(each.path("id").asText(), each.path("difference")));
            if (page.path("next").isNull()) {
                break;
            }
            bar.show(replayed);
            page = part(page.path("next").asText());
        }
        bar.end(replayed);
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%d decisions computed again in %.1f s, %d identical%n", replayed, seconds, identical);
        if (identical < replayed) {
            throw new LocalException(
                    (replayed - identical) + " of " + replayed + " decisions do not come out the same");
        }
    }

    private JsonNode part(String after) {
        Map<String, Object> ask = new HashMap<>();
        ask.put("limit", PART);
        ask.put("after", after);
        return suite.post(AS, "/api/v1/decisions/replays", ask).expect(200).body();
    }

    private void tell(String decision, JsonNode difference) {
        out.printf(
                "%n  %s differs at \"%s\": stored %s, recomputed %s%n",
                decision,
                difference.path("pointer").asText(),
                difference.path("stored").asText(),
                difference.path("recomputed").asText());
    }
}
