package org.qualityzones.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** A further instance of a service beside that of the suite, with a port and a log of its own. */
public final class Replica implements AutoCloseable {

    private final Member member;
    private final Place place;
    private final StackCommand command;

    private Replica(Member member, Place place) {
        this.member = member;
        this.place = place;
        this.command = new StackCommand(place);
    }

    /** Prepares one; it does not run yet. */
    static Replica of(Member member, Place original) {
        Path folder = original.folder().resolve("replica-" + member.label());
        Map<String, String> environment = new HashMap<>(original.environment());
        environment.put("QZ_LOCAL", folder.toString());
        int port = Place.freeBlock();
        environment.put("QZ_" + member.name() + "_PORT", Integer.toString(port));
        environment.put("QZ_" + member.name() + "_MANAGEMENT_PORT", Integer.toString(port + 1));
        Place place = new Place(original.root(), folder, environment);
        try {
            Files.createDirectories(folder.resolve("run"));
            Files.copy(
                    original.folder().resolve("secrets.env"),
                    folder.resolve("secrets.env"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Guard.over(folder.resolve("run"));
        return new Replica(member, place);
    }

    public Member member() {
        return member;
    }

    public int port() {
        return place.port(member);
    }

    /** Starts it, and waits until it serves. */
    public void start() {
        command.run("start", member.label());
    }

    /** Ends it in order. */
    public void stop() {
        command.run("stop", member.label());
    }

    /** {@code kill -9}. */
    public void kill() {
        command.run("kill", member.label());
    }

    @Override
    public void close() {
        stop();
    }
}
