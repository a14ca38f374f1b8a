package org.qualityzones.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How far a process is from its end. One that was just killed still exists for a moment, and holds its ports. */
enum Liveness {
    ALIVE,
    /** Killed, and not yet done with releasing what it held. */
    ENDING,
    /** No more, or a mere entry that its parent has not read. */
    GONE;

    private static final long KILL = 1L << 8;
    private static final int HEXADECIMAL = 16;

    static Liveness of(ProcessHandle process) {
        if (!process.isAlive()) {
            return GONE;
        }
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        try {
            List<String> status = Files.readAllLines(folder.resolve("status"));
            if (field(status, "State:").startsWith("Z")
                    || field(status, "State:").startsWith("X")) {
                return threads(folder) > 1 ? ENDING : GONE;
            }
            boolean ending =
                    field(status, "VmRSS:").isEmpty() || killed(status, "ShdPnd:") || killed(status, "SigPnd:");
            return ending ? ENDING : ALIVE;
        } catch (IOException ended) {
            return GONE;
        }
    }

    private static boolean killed(List<String> status, String mask) {
        return (Long.parseUnsignedLong("0" + field(status, mask), HEXADECIMAL) & KILL) != 0;
    }

    private static String field(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static long threads(Path folder) throws IOException {
        try (Stream<Path> tasks = Files.list(folder.resolve("task"))) {
            return tasks.count();
        }
    }
}
