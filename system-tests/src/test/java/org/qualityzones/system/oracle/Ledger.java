package org.qualityzones.system.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the driver meant and what it was told, written to a file outside of the suite: the intent before each call, the
 * outcome after it.
 */
public final class Ledger implements AutoCloseable {

    private final FileChannel file;
    private final Map<String, String> created = new TreeMap<>();
    private final Set<String> open = new TreeSet<>();
    private final Map<String, Long> begun = new HashMap<>();
    private Duration longest = Duration.ZERO;
    private int refused;
    private final List<String> unknown = new ArrayList<>();

    public Ledger(Path path) {
        try {
            this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before a call, the first one or a repetition. */
    public synchronized void intend(String key) {
        open.add(key);
        begun.put(key, System.nanoTime());
        write("intent", key, "");
    }

    /** The effect was confirmed under this id. */
    public synchronized void acknowledge(String key, String id) {
        ended(key);
        open.remove(key);
        created.put(key, id);
        write("created", key, id);
    }

    /** Nobody knows whether the call had its effect. */
    public synchronized void leaveUnknown(String key, String why) {
        ended(key);
        unknown.add(why);
        write("unknown", key, why);
    }

    /** The call was refused, or nobody was there to hear it: its effect must not be there. */
    public synchronized void refuse(String key, String why) {
        ended(key);
        open.remove(key);
        refused++;
        write("refused", key, why);
    }

    /** Something that happened beside the calls, such as a fault. */
    public synchronized void note(String what) {
        write("note", what, "");
    }

    /** Ids by key. */
    public synchronized Map<String, String> created() {
        return new TreeMap<>(created);
    }

    /** Keys without a confirmed effect. */
    public synchronized Set<String> open() {
        return new TreeSet<>(open);
    }

    /** How many calls are known to have had no effect. */
    public synchronized int refusedCount() {
        return refused;
    }

    /** How many calls ended without anyone knowing their effect. */
    public synchronized int unknownCount() {
        return unknown.size();
    }

    /** What came in place of an answer, for each such call. */
    public synchronized List<String> unknowns() {
        return List.copyOf(unknown);
    }

    /** The longest time that one call took to be answered or to fail. */
    public synchronized Duration longestCall() {
        return longest;
    }

    private void ended(String key) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun.remove(key));
        longest = took.compareTo(longest) > 0 ? took : longest;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String kind, String key, String rest) {
        String line = Instant.now() + " " + kind + " " + key + " "
                + rest.lines().findFirst().orElse("") + "\n";
        try {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
