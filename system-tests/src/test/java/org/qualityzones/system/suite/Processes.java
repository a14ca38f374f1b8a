package org.qualityzones.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a suite as the system knows them. */
public final class Processes {

    private final Place place;

    Processes(Place place) {
        this.place = place;
    }

    public boolean isRunning(Member member) {
        return Files.exists(place.pidFile(member)) && find(member).isPresent();
    }

    /** The process, which runs. */
    public ProcessHandle of(Member member) {
        return find(member).orElseThrow(() -> new IllegalStateException(member.label() + " does not run"));
    }

    /** Processor time that a process and those it has started have used so far, in steps of 10 ms. */
    public Duration processorTime(Member member) {
        return withStarted(member)
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** To a process and what it has started. @param name as {@code STOP} */
    void signal(Member member, String name) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        withStarted(member).forEach(one -> command.add(Long.toString(one.pid())));
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(command + " answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Stream<ProcessHandle> withStarted(Member member) {
        ProcessHandle process = of(member);
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private Optional<ProcessHandle> find(Member member) {
        try {
            long pid = Long.parseLong(Files.readString(place.pidFile(member)).strip());
            return ProcessHandle.of(pid).filter(Liveness::isRunning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
