package org.qualityzones.system.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * The agent, packed out of the classes of these tests, and the Java options that start a service with it.
 *
 * @param path relative to the checkout, in which services are started: the options may hold no blank
 * @param log hears of each class woven and each crash
 */
public record AgentJar(Path path, Path log) {

    /** Packs the agent into the notes of the suite. */
    public static AgentJar of(SuiteUnderTest suite, String logName) {
        Path jar = suite.notes().resolve("fault-agent.jar");
        try {
            pack(jar);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The agent cannot be packed", e);
        }
        return new AgentJar(
                suite.root().relativize(jar),
                suite.root().relativize(suite.notes().resolve(logName)));
    }

    /** Java option that ends the process when it passes the point for the given time. */
    public String crashing(CrashPoint point, int hit) {
        return "-javaagent:" + path + "=crash," + point.name() + "," + hit + "," + log;
    }

    /** Java option that seeds a defect. */
    public String defective(Defect defect) {
        return "-javaagent:" + path + "=defect," + defect.name() + "," + log;
    }

    /** How often processes ended at the point. */
    public long fired(SuiteUnderTest suite, CrashPoint point) {
        return lines(suite).stream().filter(point.name()::equals).count();
    }

    /** All that the agents noted. */
    public List<String> lines(SuiteUnderTest suite) {
        Path file = suite.root().resolve(log);
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(Path jar) throws IOException, URISyntaxException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", FaultAgent.class.getName());
        main.putValue("Boot-Class-Path", jar.getFileName().toString());
        Path classes = Path.of(AgentJar.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path own = classes.resolve(AgentJar.class.getPackageName().replace('.', '/'));
        try (Stream<Path> ofAgent = Files.list(own);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            Path member = classes.resolve(Member.class.getName().replace('.', '/') + ".class");
            for (Path one : Stream.concat(ofAgent, Stream.of(member)).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, out);
            }
        }
    }
}
