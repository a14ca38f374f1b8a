package org.qualityzones.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.qualityzones.testing.Database;

/** Rule sets like the shipped one, to be changed by a test. */
public final class Drafts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private Drafts() {}

    /** A version that no test used before: events of a deleted rule set stay. */
    public static String version() {
        return "2026." + NUMBER.incrementAndGet();
    }

    /** Leaves the shipped one alone. */
    public static void removeAll() {
        Database.execute("delete from shadow_count");
        Database.execute("delete from shadow_run");
        Database.execute("delete from impact_change");
        Database.execute("delete from impact_enterprise");
        Database.execute("delete from impact_report");
        Database.execute("delete from lint_report");
        Database.execute("delete from rule_set where version <> '2026.1'");
    }

    /** The shipped document under another version. */
    public static ObjectNode of(String version) {
        try (InputStream in = Drafts.class.getResourceAsStream("/rulesets/2026.1.json")) {
            return ((ObjectNode) JSON.readTree(in)).put("version", version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode rule(ObjectNode document, String id) {
        return entry(document, "rules", id);
    }

    public static ObjectNode definition(ObjectNode document, String id) {
        return entry(document, "definitions", id);
    }

    public static ObjectNode parameter(ObjectNode document, String id) {
        return entry(document, "parameters", id);
    }

    private static ObjectNode entry(ObjectNode document, String list, String id) {
        for (JsonNode entry : document.path(list)) {
            if (entry.path("id").asText().equals(id)) {
                return (ObjectNode) entry;
            }
        }
        throw new IllegalArgumentException("No " + id + " in " + list);
    }
}
