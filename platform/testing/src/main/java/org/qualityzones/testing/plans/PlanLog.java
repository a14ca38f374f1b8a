package org.qualityzones.testing.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.qualityzones.testing.Database;

/** The plans that auto_explain writes to the server's log. A statement's plan is there when its answer is. */
final class PlanLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The last line of a plan: what comes after it may not be written as a whole yet. */
    private static final String END = "\n\t}\n";

    private final Path file = Database.serverLog();
    private final String head = "@" + Database.name() + " LOG:  duration: ";
    private long read;

    PlanLog() {
        this.read = size();
    }

    /** Plans of this database written since the last call. */
    List<Plan> next() {
        List<Plan> plans = new ArrayList<>();
        Iterator<String> lines = unread().lines().iterator();
        String line = lines.hasNext() ? lines.next() : null;
        while (line != null) {
            boolean plan = line.contains(head) && line.endsWith(" plan:");
            StringBuilder text = new StringBuilder();
            line = lines.hasNext() ? lines.next() : null;
            while (line != null && line.startsWith("\t")) {
                text.append(line, 1, line.length()).append('\n');
                line = lines.hasNext() ? lines.next() : null;
            }
            if (plan) {
                plans.add(plan(text.toString()));
            }
        }
        return plans;
    }

    private static Plan plan(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new Plan(json.path("Query Text").asText(), json.path("Plan"));
        } catch (IOException failure) {
            throw new UncheckedIOException("Not a plan: " + text, failure);
        }
    }

    private String unread() {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - read));
            channel.position(read);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // on to the end
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            int whole = text.lastIndexOf(END) + END.length();
            if (whole < END.length()) {
                return "";
            }
            read += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
            return text.substring(0, whole);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
    }
}
