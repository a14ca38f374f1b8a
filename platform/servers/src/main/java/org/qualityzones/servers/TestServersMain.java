package org.qualityzones.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Starts PostgreSQL once for a whole run of tests. It writes its coordinates to the properties file given as its argument
 * ({@code pg.host}, {@code pg.port}, {@code pg.superuser}, {@code pg.password}, {@code pg.log}) and holds it until its
 * standard input ends or it is ended. Kafka is not among it: its topics cannot be told apart by module, and modules are
 * tested side by side.
 */
public final class TestServersMain {

    private TestServersMain() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        try (PostgresServer postgres = PostgresServer.temporary()) {
            postgres.start();
            publish(file, postgres);
            while (System.in.read() >= 0) {
                // anything but the end of the input means: go on
            }
        }
    }

    private static void publish(Path file, PostgresServer postgres) throws IOException {
        Path partial = Files.createTempFile(
                file.getParent(),
                "servers",
                ".partial",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, """
                pg.host=127.0.0.1
                pg.port=%d
                pg.superuser=%s
                pg.password=%s
                pg.log=%s
                """.formatted(
                        postgres.port(),
                        PostgresServer.SUPERUSER,
                        postgres.password(),
                        postgres.site().log()));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
