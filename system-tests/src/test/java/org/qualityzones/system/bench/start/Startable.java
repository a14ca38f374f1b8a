package org.qualityzones.system.bench.start;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qualityzones.system.bench.harness.Child;
import org.qualityzones.system.suite.Member;
import org.qualityzones.system.suite.SuiteUnderTest;

/**
 * One service that can be started in two ways, with the environment that the suite gave it. The AOT cache holds no classes
 * of a class loader of Quarkus's own, so the cached way takes the same classes from a flat class path.
 */
final class Startable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Writing the cache happens after the end of the application. */
    private static final Duration END_OF_TRAINING = Duration.ofMinutes(3);

    private static final String MAIN = "io.quarkus.runner.GeneratedMain";

    /** The packaged start sets it by itself. */
    private static final String LOG_MANAGER = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

    private final Member member;
    private final Path folder;
    private final Path application;
    private final Map<String, String> environment;
    private final Path flat;
    private final Path cache;

    /** @param environment of its process, see {@link #environmentOf} */
    Startable(Member member, Path root, Path folder, Map<String, String> environment) {
        this.member = member;
        this.folder = folder;
        this.application = root.resolve(
                (member == Member.GATEWAY ? "gateway" : member.label() + "-service") + "/target/quarkus-app");
        this.environment = Map.copyOf(environment);
        this.flat = application.resolve("bench-start.jar");
        this.cache = folder.resolve(member.label() + ".aot");
    }

    Member member() {
        return member;
    }

    /** Makes the cache from a run that serves readiness checks, unless there is one of these classes already. */
    void train() throws IOException {
        Path packaged = application.resolve("quarkus-app-dependencies.txt");
        if (Files.exists(cache)
                && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(packaged)) > 0) {
            return;
        }
        Files.deleteIfExists(cache);
        writeFlatJar();
        try (Child child = start("-training", List.of(LOG_MANAGER, "-XX:AOTCacheOutput=" + cache), flat)) {
            child.awaitAnswer(readiness(), PATIENCE);
            child.end(END_OF_TRAINING);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The JDK wrote no AOT cache of " + member.label());
        }
    }

    /** As the local stack starts it. */
    Child startPlain() {
        return start("", List.of(), application.resolve("quarkus-run.jar"));
    }

    /** With the cache; a cache that does not fit is an error, not a slow start. */
    Child startCached() {
        return start("-aot", List.of(LOG_MANAGER, "-XX:AOTCache=" + cache, "-XX:AOTMode=on"), flat);
    }

    /** How long after its start it is ready. */
    double secondsToReady(Child child) {
        return child.awaitAnswer(readiness(), PATIENCE).toNanos() / 1e9;
    }

    private URI readiness() {
        return URI.create("http://127.0.0.1:" + environment.get("QUARKUS_MANAGEMENT_PORT") + "/q/health/ready");
    }

    private Child start(String suffix, List<String> options, Path jar) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(SuiteUnderTest.JAVA_OPTIONS.split(" ")));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return Child.start(member.label() + suffix, folder, environment, command);
    }

    /**
     * An empty jar that names the packaged ones, and opens to them what the original opens. The cache knows classes of jars
     * that are named relative to it only, so it stands beside the original.
     */
    private void writeFlatJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, MAIN);
        main.put(
                Attributes.Name.CLASS_PATH,
                jars().map(jar -> application.relativize(jar).toString()).collect(Collectors.joining(" ")));
        try (JarFile original =
                new JarFile(application.resolve("quarkus-run.jar").toFile())) {
            for (String name : List.of("Add-Opens", "Add-Exports", "Enable-Native-Access")) {
                String value = original.getManifest().getMainAttributes().getValue(name);
                if (value != null) {
                    main.putValue(name, value);
                }
            }
        }
        try (OutputStream out = Files.newOutputStream(flat)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    /** What was generated stands before what it replaces. */
    private Stream<Path> jars() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String part : List.of("quarkus", "app", "lib/boot", "lib/main")) {
            try (Stream<Path> files = Files.list(application.resolve(part))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(all::add);
            }
        }
        return all.stream();
    }

    /** The environment of a process that runs. */
    static Map<String, String> environmentOf(ProcessHandle process) {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            String all =
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.UTF_8);
            for (String entry : all.split("\0")) {
                int sign = entry.indexOf('=');
                if (sign > 0) {
                    values.put(entry.substring(0, sign), entry.substring(sign + 1));
                }
            }
            return values;
        } catch (IOException e) {
            throw new IllegalStateException("The environment of a service cannot be read", e);
        }
    }
}
