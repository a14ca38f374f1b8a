package org.qualityzones.system.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.qualityzones.system.client.Callers;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteUnderTest;

/** What one benchmark works with. */
public final class Bench implements AutoCloseable {

    /** As in a small container: both compilers, and a heap that holds the caches. */
    private static final String JAVA_OPTIONS = "-Xms256m -Xmx512m -Xss512k -XX:+UseSerialGC -XX:MaxMetaspaceSize=256m";

    /** With both compilers as the services have: elsewhere the broker is after a quick start. */
    private static final String KAFKA_JAVA_OPTIONS = "-Xms64m -Xmx192m -XX:+UseSerialGC";

    private final Arguments arguments;
    private final Random random;
    private final Map<String, String> settings = new HashMap<>();
    private SuiteUnderTest suite;
    private Callers callers;

    Bench(Arguments arguments) {
        this.arguments = arguments;
        this.random = new Random(arguments.seed());
    }

    public Effort effort() {
        return arguments.effort();
    }

    /** From the seed that is printed and reported: the order within pairs and every other choice comes from here. */
    public Random random() {
        return random;
    }

    /** What {@link #random()} began with. */
    public long seed() {
        return arguments.seed();
    }

    /** Adds a variable to the environment of the suite, which must not have been started yet. */
    public void setting(String variable, String value) {
        if (suite != null) {
            throw new IllegalStateException("The suite runs already without " + variable);
        }
        settings.put(variable, value);
    }

    /** The suite on ports and with data of this benchmark's own; the first call starts it. */
    public SuiteUnderTest suite() {
        if (suite == null) {
            progress("starting a suite of its own");
            suite = SuiteUnderTest.start(environment());
            callers = new Callers(suite);
        }
        return suite;
    }

    /** The demo clients at that suite. */
    public Callers callers() {
        suite();
        return callers;
    }

    /** The root of the checkout. */
    public Path root() {
        return checkout();
    }

    /** Java options of the services that are measured. */
    public String javaOptions() {
        return JAVA_OPTIONS;
    }

    public void progress(String line) {
        System.out.println("  · " + line);
    }

    public void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Runs both in an order that the seed says. */
    public void pair(Runnable one, Runnable other) {
        boolean swapped = random.nextBoolean();
        (swapped ? other : one).run();
        (swapped ? one : other).run();
    }

    @Override
    public void close() {
        if (suite != null) {
            suite.close();
        }
    }

    static Path checkout() {
        return Path.of(System.getProperty("qz.root", ".")).toAbsolutePath().normalize();
    }

    /** With {@code --jfr} each service writes a recording when it ends. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("QZ_JAVA_OPTIONS", JAVA_OPTIONS);
        environment.putIfAbsent("QZ_KAFKA_JAVA_OPTIONS", KAFKA_JAVA_OPTIONS);
        if (arguments.jfr()) {
            Path folder = recordings();
            for (Member member : Member.ours()) {
                environment.put(
                        "QZ_" + member.name() + "_JAVA_OPTIONS",
                        JAVA_OPTIONS + " -XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                                + folder.resolve(member.label() + ".jfr"));
            }
        }
        return environment;
    }

    private static Path recordings() {
        try {
            return Files.createDirectories(checkout().resolve("target/reports/jfr"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
