package org.qualityzones.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Resident memory of a process and its children, shared pages counted once between them. */
final class Memory {

    private static final long KILOBYTES_PER_MEGABYTE = 1024;

    private Memory() {}

    static long megabytes(ProcessHandle process) {
        long kilobytes = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::kilobytes)
                .sum();
        return kilobytes / KILOBYTES_PER_MEGABYTE;
    }

    private static long kilobytes(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        return field(folder.resolve("smaps_rollup"), "Pss:")
                .orElseGet(() -> field(folder.resolve("status"), "VmRSS:").orElse(0));
    }

    /** A process that ended meanwhile, or one of another user, has no figure. */
    private static OptionalLong field(Path file, String name) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }
}
