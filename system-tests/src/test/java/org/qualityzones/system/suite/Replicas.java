package org.qualityzones.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** A second instance of each service, and a gateway before both, with ports and logs of their own; none runs at first. */
public final class Replicas implements AutoCloseable {

    private final Place place;
    private final StackCommand command;
    private final ClassArchives archives;
    private final int gateway;

    private Replicas(Place place, ClassArchives archives, int gateway) {
        this.place = place;
        this.archives = archives;
        this.command = new StackCommand(place);
        this.gateway = gateway;
    }

    static Replicas of(Place original, ClassArchives archives) {
        Path folder = original.folder().resolve("replicas");
        Map<String, String> environment = new HashMap<>(original.environment());
        environment.put("QZ_LOCAL", folder.toString());
        int base = Place.freeBlock();
        Member.SERVICES.forEach(member -> environment.putAll(Place.ports(member, base)));
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
        return new Replicas(new Place(original.root(), folder, environment), archives, base + Member.GATEWAY.ordinal());
    }

    public int port(Member service) {
        return place.port(service);
    }

    /** Starts these, and waits until they serve. */
    public void start(Member... services) {
        command.launch(archives.settings(), SuiteUnderTest.words("start", services))
                .awaitSuccess();
    }

    /** Ends these in order. */
    public void stop(Member... services) {
        command.run(SuiteUnderTest.words("stop", services));
    }

    /** {@code kill -9}. */
    public void kill(Member... services) {
        command.run(SuiteUnderTest.words("kill", services));
    }

    /** Starts a gateway that finds the services behind these doors; answers its base address. */
    public String startGateway(Map<Member, Door> doors) {
        Map<String, String> settings = archives.settings();
        settings.putAll(Place.ports(Member.GATEWAY, gateway - Member.GATEWAY.ordinal()));
        doors.forEach((member, door) -> settings.put("QZ_" + member.name() + "_PORT", Integer.toString(door.port())));
        command.launch(settings, "start", Member.GATEWAY.label()).awaitSuccess();
        return "http://127.0.0.1:" + gateway;
    }

    @Override
    public void close() {
        stop(Member.ours().toArray(Member[]::new));
    }
}
