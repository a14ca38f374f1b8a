package org.qualityzones.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where two JSON documents differ, in the order of the document; at most {@value #MAX}. */
final class Differences {

    private static final int MAX = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Replay.Difference> found = new ArrayList<>();

    private Differences() {}

    /** Two byte arrays that differ; when only their spelling does, the whole document is the difference. */
    static List<Replay.Difference> between(byte[] stored, byte[] recomputed) {
        Differences differences = new Differences();
        try {
            differences.compare("", JSON.readTree(stored), JSON.readTree(recomputed));
        } catch (IOException e) {
            differences.found.add(new Replay.Difference("", "unreadable: " + e.getMessage(), null));
        }
        if (differences.found.isEmpty()) {
            differences.found.add(new Replay.Difference("", "not canonical", "canonical"));
        }
        return List.copyOf(differences.found);
    }

    private void compare(String pointer, JsonNode stored, JsonNode recomputed) {
        if (found.size() >= MAX || stored.equals(recomputed)) {
            return;
        }
        if (stored.isObject() && recomputed.isObject()) {
            SortedSet<String> names = new TreeSet<>();
            addNames(stored.fieldNames(), names);
            addNames(recomputed.fieldNames(), names);
            names.forEach(name -> compare(
                    pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                    stored.path(name),
                    recomputed.path(name)));
        } else if (stored.isArray() && recomputed.isArray()) {
            for (int i = 0; i < Math.max(stored.size(), recomputed.size()); i++) {
                compare(pointer + "/" + i, stored.path(i), recomputed.path(i));
            }
        } else {
            found.add(new Replay.Difference(pointer, text(stored), text(recomputed)));
        }
    }

    private static void addNames(Iterator<String> from, SortedSet<String> names) {
        from.forEachRemaining(names::add);
    }

    private static String text(JsonNode node) {
        return node instanceof MissingNode ? null : node.toString();
    }
}
