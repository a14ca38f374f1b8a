package org.qualityzones.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One server as a child process on loopback: started, awaited, stopped, killed and started again. A detached server is
 * recognised by its pid file, by any later launcher of the same {@link Site}. Not for use by several threads at once.
 */
public abstract class Server implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 20;

    private final Site site;
    private final PidFile pidFile;
    private final Guard guard;
    private long logStart;
    private boolean launchedHere;

    protected Server(Site site) {
        this.site = site;
        this.pidFile = new PidFile(site.pidFile());
        this.guard = new Guard(site.scratch());
    }

    /** Port that clients connect to. */
    public abstract int port();

    /** Every port the process listens on. */
    public List<Integer> ports() {
        return List.of(port());
    }

    /** Makes ready what the process needs before it starts: binaries, data folder, configuration. */
    protected abstract void prepare();

    protected abstract List<String> command();

    protected Map<String, String> environment() {
        return Map.of();
    }

    /** Whether the running process serves its clients now. */
    protected abstract boolean answers();

    /** Name of the signal that stops the process in order. */
    protected String stopSignal() {
        return "TERM";
    }

    /** Whether a process that ended while starting may be started again at once, judged by what it wrote. */
    protected boolean mayRetry(String output) {
        return false;
    }

    protected Duration startTimeout() {
        return Duration.ofSeconds(240);
    }

    public final Site site() {
        return site;
    }

    public final String name() {
        return site.name();
    }

    /** The process, when it is alive. */
    public final Optional<ProcessHandle> process() {
        return pidFile.process();
    }

    public final boolean isRunning() {
        return process().isPresent();
    }

    /** Id of the running process. */
    public final long pid() {
        return process()
                .orElseThrow(() -> new ServerException(name() + " is not running"))
                .pid();
    }

    /** Launches the process unless it runs already; it is ready after {@link #awaitReady()}. */
    public final void launch() {
        awaitEndOfKilled();
        if (isRunning()) {
            return;
        }
        site.createFolders();
        requireFreePorts();
        prepare();
        spawn();
    }

    /** A process that was just killed holds its ports for another moment: waits until it has let go. */
    public final void awaitEndOfKilled() {
        pidFile.recorded()
                .filter(process -> Liveness.of(process) == Liveness.ENDING)
                .ifPresent(process -> ended(process, KILL_TIMEOUT));
    }

    /** Launches the process unless it runs already, and waits until it serves. */
    public final void start() {
        launch();
        awaitReady();
    }

    /** Waits until the launched process serves; fails with the end of its log when it ends before that. */
    public final void awaitReady() {
        long deadline = System.nanoTime() + startTimeout().toNanos();
        int attempts = 1;
        while (!answers()) {
            if (!isRunning()) {
                if (attempts++ >= ATTEMPTS || !mayRetry(outputOfThisStart())) {
                    pidFile.delete();
                    throw new ServerException(
                            name() + " ended while starting, see " + site.log() + Host.tail(site.log()));
                }
                pause(Duration.ofMillis(500));
                spawn();
            }
            if (System.nanoTime() > deadline) {
                throw new ServerException(name() + " is not ready after "
                        + startTimeout().toSeconds() + " s, see " + site.log() + Host.tail(site.log()));
            }
            pause(POLL);
        }
    }

    /** Stops the process in order; kills it when it does not end in time. */
    public final void stop() {
        process().ifPresent(process -> {
            Host.signal(process, stopSignal());
            if (!ended(process, STOP_TIMEOUT)) {
                killTree(process);
            }
        });
        forget();
    }

    /** Ends the process as {@code kill -9} does, its own children included. */
    public final void kill() {
        process().ifPresent(this::killTree);
        forget();
    }

    @Override
    public final void close() {
        stop();
    }

    /** Whether this object launched the process, and not an earlier launcher of the same site. */
    protected final boolean launchedHere() {
        return launchedHere;
    }

    /** What the process wrote since it was launched here. */
    protected final String outputOfThisStart() {
        try {
            byte[] all = Files.readAllBytes(site.log());
            int from = (int) Math.min(logStart, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireFreePorts() {
        for (int port : ports()) {
            if (!Ports.isFree(port)) {
                throw new ServerException("Port " + port + " of " + name() + " is taken by another program");
            }
        }
    }

    private void spawn() {
        List<String> command = new ArrayList<>();
        if (site.lifetime() == Site.Lifetime.DETACHED) {
            command.add("setsid");
        }
        command.addAll(command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(site.log().toFile()));
        builder.environment().putAll(environment());
        try {
            logStart = Files.exists(site.log()) ? Files.size(site.log()) : 0;
            Process process = builder.start();
            launchedHere = true;
            pidFile.write(process.toHandle());
            if (site.lifetime() == Site.Lifetime.WITH_JVM) {
                guard.watch(process.toHandle());
            }
        } catch (IOException e) {
            throw new ServerException("Cannot start " + name() + ": " + e.getMessage(), e);
        }
    }

    private void killTree(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(p -> Host.signal(p, "KILL"));
        for (ProcessHandle p : all) {
            if (!ended(p, KILL_TIMEOUT)) {
                throw new ServerException("Process " + p.pid() + " of " + name() + " cannot be killed");
            }
        }
    }

    private void forget() {
        pidFile.delete();
        guard.release();
    }

    private static boolean ended(ProcessHandle process, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (Liveness.of(process) != Liveness.GONE) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(POLL);
        }
        return true;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for a server", e);
        }
    }
}
