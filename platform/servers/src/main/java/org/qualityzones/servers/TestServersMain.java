package org.qualityzones.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Starts PostgreSQL and Kafka once for a whole run of tests. It writes their coordinates to the properties file given as
 * its argument ({@code pg.host}, {@code pg.port}, {@code pg.superuser}, {@code pg.password}, {@code pg.log}, {@code kafka.bootstrap})
 * and holds them until its standard input ends or it is ended.
 */
public final class TestServersMain {

    private TestServersMain() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        try (PostgresServer postgres = PostgresServer.temporary();
                KafkaServer kafka = KafkaServer.temporary()) {
            postgres.launch();
            kafka.launch();
            postgres.awaitReady();
            kafka.awaitReady();
            publish(file, postgres, kafka);
            while (System.in.read() >= 0) {
                // anything but the end of the input means: go on
            }
        }
    }

    private static void publish(Path file, PostgresServer postgres, KafkaServer kafka) throws IOException {
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
                kafka.bootstrap=%s
                """.formatted(
                        postgres.port(),
                        PostgresServer.SUPERUSER,
                        postgres.password(),
                        postgres.site().log(),
                        kafka.bootstrapServers()));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
