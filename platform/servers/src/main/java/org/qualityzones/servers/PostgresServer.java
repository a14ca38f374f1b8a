package org.qualityzones.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL with one superuser, password login only, and {@code fsync} on. */
public final class PostgresServer extends Server {

    /** Name of the superuser, and of the database that always exists. */
    public static final String SUPERUSER = "postgres";

    private static final int STATUS_LINE = 7;

    private final int port;
    private final String password;

    public PostgresServer(Site site, int port, String password) {
        super(site);
        this.port = port;
        this.password = password;
    }

    /** A server on a random port with an empty data folder, which ends with this JVM. */
    public static PostgresServer temporary() {
        return new PostgresServer(Site.temporary("postgres"), Ports.free(), Secrets.random());
    }

    @Override
    public int port() {
        return port;
    }

    /** Password of {@link #SUPERUSER}; holds for a data folder that this password initialised. */
    public String password() {
        return password;
    }

    /** JDBC address of a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    protected void prepare() {
        Path data = site().data();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            removeStaleLock();
        } else {
            initialise(data);
        }
    }

    @Override
    protected List<String> command() {
        return unprivileged(
                Binaries.postgresql().resolve("bin/postgres").toString(),
                "-D",
                site().data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=300",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "log_line_prefix=%m [%p] %q%u@%d ");
    }

    @Override
    protected boolean answers() {
        return isRunning()
                && lock().filter(lines -> lines.size() > STATUS_LINE)
                        .filter(lines -> lines.get(STATUS_LINE).startsWith("ready"))
                        .filter(lines -> lines.getFirst().equals(Long.toString(pid())))
                        .isPresent();
    }

    /** The fast shutdown: open transactions are rolled back, clients disconnected. */
    @Override
    protected String stopSignal() {
        return "INT";
    }

    /** After {@code kill -9} the children of the old process keep its shared memory for a moment. */
    @Override
    protected boolean mayRetry(String output) {
        return output.contains("pre-existing shared memory block");
    }

    private void initialise(Path data) {
        Path secret = data.resolveSibling(data.getFileName() + ".password");
        try {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            Files.deleteIfExists(secret);
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, password);
            Host.handOver(data);
            Host.handOver(secret);
            Host.run(
                    unprivileged(
                            Binaries.postgresql().resolve("bin/initdb").toString(),
                            "-D",
                            data.toString(),
                            "-U",
                            SUPERUSER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + secret,
                            "-E",
                            "UTF8",
                            "--locale=C.UTF-8"),
                    site().log());
        } catch (IOException e) {
            throw new ServerException("Cannot initialise " + data + ": " + e.getMessage(), e);
        } finally {
            delete(secret);
        }
    }

    /** A lock whose process id now belongs to another program would stop the start. */
    private void removeStaleLock() {
        lock().map(List::getFirst).map(Long::valueOf).flatMap(ProcessHandle::of).ifPresent(holder -> {
            boolean postgres = holder.info().command().orElse("").endsWith("/postgres");
            if (!postgres) {
                delete(site().data().resolve("postmaster.pid"));
            }
        });
    }

    private Optional<List<String>> lock() {
        Path file = site().data().resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readAllLines(file)).filter(lines -> !lines.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> unprivileged(String... command) {
        List<String> all = new ArrayList<>(Host.withoutRoot());
        all.addAll(List.of(command));
        return all;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
