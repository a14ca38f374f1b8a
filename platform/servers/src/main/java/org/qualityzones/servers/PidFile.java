package org.qualityzones.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file with the id of a process. The file's time is the start of that process, so that another process which was
 * given the same id later is not taken for it.
 */
record PidFile(Path path) {

    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    void write(ProcessHandle process) {
        try {
            Files.writeString(path, process.pid() + "\n");
            Optional<Instant> start = process.info().startInstant();
            if (start.isPresent()) {
                Files.setLastModifiedTime(path, FileTime.from(start.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the file when it is alive. */
    Optional<ProcessHandle> process() {
        return recorded().filter(process -> Liveness.of(process) == Liveness.ALIVE);
    }

    /** The process of the file as long as there is anything left of it. */
    Optional<ProcessHandle> recorded() {
        try {
            long pid = Long.parseLong(Files.readString(path).strip());
            FileTime written = Files.getLastModifiedTime(path);
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> startedAt(p, written.toInstant()));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant expected) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, expected).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }
}
