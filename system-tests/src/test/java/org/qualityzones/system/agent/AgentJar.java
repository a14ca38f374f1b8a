package org.qualityzones.system.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
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
 * The agent, packed out of the classes of these tests, the Java option that starts a service with it, and its way into one
 * that runs.
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
        return "-javaagent:" + path + "=" + crash(point, hit);
    }

    /** Makes a service that runs end when it next passes the point for the given time. */
    public void arm(SuiteUnderTest suite, CrashPoint point, int hit) {
        load(suite, point.member(), crash(point, hit));
    }

    /** Seeds a defect in a service that runs. */
    public void spoil(SuiteUnderTest suite, Member member, Defect defect) {
        load(suite, member, "defect," + defect.name() + "," + log);
    }

    /** Takes all defects back. */
    public void mend(SuiteUnderTest suite, Member member) {
        load(suite, member, FaultAgent.MEND);
    }

    private String crash(CrashPoint point, int hit) {
        return "crash," + point.name() + "," + hit + "," + log;
    }

    private void load(SuiteUnderTest suite, Member member, String arguments) {
        try {
            VirtualMachine machine = VirtualMachine.attach(
                    Long.toString(suite.processes().of(member).pid()));
            try {
                machine.loadAgent(suite.root().resolve(path).toString(), arguments);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IllegalStateException(member.label() + " does not take the agent: " + arguments, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        main.putValue("Agent-Class", FaultAgent.class.getName());
        main.putValue("Can-Retransform-Classes", "true");
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
