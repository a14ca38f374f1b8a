package org.qualityzones.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One whole suite from its packages: real PostgreSQL, Kafka and Keycloak, four services and the gateway, on ports and
 * with data of its own. With {@code -Dqz.suite=FOLDER} it is a stack that runs already, and is left running.
 */
public final class SuiteUnderTest implements AutoCloseable {

    private static final Duration END_OF_KILLED = Duration.ofSeconds(30);

    /** As the local stack starts services. */
    public static final String JAVA_OPTIONS =
            "-Xms48m -Xmx224m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxMetaspaceSize=192m";

    /** What a killed process had in work is free for others sooner than by default; export values are added up sooner. */
    private static final Map<String, String> TESTED = Map.of(
            "QZ_DELIVERY_LEASE", "20s",
            "QZ_FACT_CHANGE_LEASE", "5s",
            "QZ_WEB_JOBS_TOUCH_EVERY", "1s",
            "QZ_WEB_JOBS_LOST_AFTER", "5s",
            "QZ_EXPORT_VALUE_ADD_UP_EVERY", "1s");

    /** The broker gives the partitions of one that was killed to others sooner than by default. */
    private static final Map<String, String> SOON_MISSED = Map.of(
            "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "3000",
            "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_HEARTBEAT_INTERVAL_MS", "1000");

    private final Place place;
    private final StackCommand command;
    private final boolean owned;
    private final boolean thrownAway;
    private final ClassArchives archives;
    private final Map<String, String> env;
    private final Processes processes;
    private final Logs logs;

    private SuiteUnderTest(Place place, boolean owned, boolean thrownAway) {
        this.place = place;
        this.command = new StackCommand(place);
        this.owned = owned;
        this.thrownAway = thrownAway;
        this.archives = new ClassArchives(place, thrownAway);
        this.processes = new Processes(place);
        this.logs = new Logs(place);
        if (owned) {
            place.empty();
            Guard.over(place.folder().resolve("run"));
            startFresh();
        }
        this.env = place.stack();
    }

    /** The suite of this run, ready: its services are started again often, and nobody looks at it when it is closed. */
    static SuiteUnderTest start() {
        return start(TESTED, true);
    }

    /** The same as it is, with more environment for its start, which a suite that runs already does not take. */
    public static SuiteUnderTest start(Map<String, String> environment) {
        return start(environment, false);
    }

    private static SuiteUnderTest start(Map<String, String> environment, boolean thrownAway) {
        String running = System.getProperty("qz.suite", "");
        return running.isBlank()
                ? new SuiteUnderTest(Place.fresh(environment), true, thrownAway)
                : new SuiteUnderTest(Place.attached(Path.of(running)), false, false);
    }

    /** A value of {@code stack.env}. */
    public String env(String key) {
        String value = env.get(key);
        if (value == null) {
            throw new IllegalArgumentException("stack.env has no " + key);
        }
        return value;
    }

    public String gateway() {
        return env("GATEWAY_URL");
    }

    /** Base address of the gateway or a service, past the gateway. */
    public String url(Member member) {
        return env(member.name() + "_URL");
    }

    /** {@code kill -9} of the one process; what it had started ends by itself or not at all. */
    public void kill(Member member) {
        logs.faultsBegin();
        ProcessHandle process = processes.of(member);
        process.destroyForcibly();
        Awaitility.await(member.label() + " is gone").atMost(END_OF_KILLED).until(() -> !Liveness.isRunning(process));
    }

    /** Starts these again, and waits until they serve. When one is killed then, its consumers are soon missed. */
    public void start(Member... members) {
        launch(members).awaitSuccess();
    }

    /** Starts one with a further Java option; it may end again before it ever serves. */
    public void startUnready(Member member, String javaOption) {
        Map<String, String> settings = new HashMap<>(archives.settings(member, javaOption));
        settings.putAll(SOON_MISSED);
        StackCommand.Running starting = launchWith(settings, member);
        Awaitility.await(member.label() + " has been started")
                .atMost(END_OF_KILLED.multipliedBy(4))
                .until(starting::hasEnded);
    }

    /** Starts these with other settings than the suite's, and waits until they serve. */
    public void startWith(Map<String, String> settings, Member... members) {
        launchWith(settings, members).awaitSuccess();
    }

    /** The same, begun. */
    public StackCommand.Running launchWith(Map<String, String> settings, Member... members) {
        Map<String, String> all = archives.settings();
        all.putAll(settings);
        return command.launch(all, words("start", members));
    }

    /** Second instances of the services, which do not run yet. */
    public Replicas replicas() {
        return Replicas.of(place, archives);
    }

    /** {@code SIGSTOP}: the process holds its connections and does nothing. */
    public void freeze(Member member) {
        logs.faultsBegin();
        processes.signal(member, "STOP");
    }

    /** {@code SIGCONT} */
    public void thaw(Member member) {
        processes.signal(member, "CONT");
    }

    /** Waits until a process has ended by itself. */
    public void awaitEnd(Member member, Duration patience) {
        logs.faultsBegin();
        Awaitility.await(member.label() + " ends").atMost(patience).until(() -> !processes.isRunning(member));
    }

    /** Begins to start these; answers at once. */
    public StackCommand.Running launch(Member... members) {
        return launchWith(SOON_MISSED, members);
    }

    /** Whether this run has started it, with no data. */
    public boolean isFresh() {
        return owned;
    }

    /** The root of the checkout. */
    public Path root() {
        return place.root();
    }

    /** Plays the story that {@code ./run} tells, and answers what it printed. */
    public String tellStory() {
        StackCommand.Running story = command.launch("story");
        story.awaitSuccess();
        try {
            return Files.readString(story.output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ./run import}, begun. @param what as {@code alerts} */
    public StackCommand.Running launchImport(String what, Path file) {
        return command.launch("import", what, file.toString());
    }

    /** Ends these in order. */
    public void stop(Member... members) {
        logs.faultsBegin();
        command.run(words("stop", members));
    }

    /** One more client of the demo realm, such as {@code ENTERPRISE} with {@code uscc=…}: its id and secret. */
    public Credentials client(String role, String rows) {
        Map<String, String> said = new HashMap<>();
        for (String line : command.output("client", role, rows)) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                said.put(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            }
        }
        return new Credentials(said.get("CLIENT_ID"), said.get("CLIENT_SECRET"));
    }

    /** What a client shows to get a token. */
    public record Credentials(String id, String secret) {}

    public Processes processes() {
        return processes;
    }

    public Logs logs() {
        return logs;
    }

    /** A port on which a process of the suite listens. */
    public int port(Member member) {
        return place.port(member);
    }

    /** Folder for what the tests themselves write about this run. */
    public Path notes() {
        try {
            return Files.createDirectories(place.folder().resolve("notes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends everything in order; what is thrown away only where a kill would leave shared memory behind. */
    @Override
    public void close() {
        if (thrownAway) {
            Stream<Member> killed = Arrays.stream(Member.values()).filter(member -> member != Member.POSTGRES);
            command.run(words("kill", killed.toArray(Member[]::new)));
        }
        if (owned) {
            command.run("stop");
        }
    }

    private void startFresh() {
        try {
            command.launch(archives.settings(), "start").awaitSuccess();
        } catch (IllegalStateException e) {
            command.run("kill");
            throw e;
        }
    }

    static String[] words(String verb, Member... members) {
        return Stream.concat(Stream.of(verb), Arrays.stream(members).map(Member::label))
                .toArray(String[]::new);
    }
}
