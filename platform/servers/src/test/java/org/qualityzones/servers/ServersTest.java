package org.qualityzones.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {

    @Test
    void shouldStartPostgresAgainAfterItWasKilled() {
        try (PostgresServer postgres = PostgresServer.temporary()) {
            postgres.start();
            long first = postgres.pid();
            postgres.kill();
            assertThat(postgres.isRunning()).isFalse();
            postgres.start();
            assertThat(postgres.pid()).isNotEqualTo(first);
            assertThat(Ports.isOpen(postgres.port())).isTrue();
            postgres.stop();
            assertThat(postgres.site().pidFile()).doesNotExist();
            assertThat(postgres.site().log()).content().contains("database system is shut down");
        }
    }

    @Test
    void shouldStartKafkaAgainAfterItWasKilled() {
        try (KafkaServer kafka = KafkaServer.temporary()) {
            kafka.start();
            kafka.kill();
            assertThat(Ports.isOpen(kafka.port())).isFalse();
            kafka.start();
            assertThat(Ports.isOpen(kafka.port())).isTrue();
        }
    }

    @Test
    void shouldFindADetachedServerByItsPidFile(@TempDir Path folder) {
        Site site = Site.in(folder, "postgres", Site.Lifetime.DETACHED);
        int port = Ports.free();
        PostgresServer launcher = new PostgresServer(site, port, "secret");
        PostgresServer other = new PostgresServer(site, port, "secret");
        launcher.start();
        try {
            assertThat(other.pid()).isEqualTo(launcher.pid());
            other.start();
            assertThat(other.pid()).isEqualTo(launcher.pid());
        } finally {
            other.stop();
        }
        assertThat(launcher.isRunning()).isFalse();
    }

    @Test
    void shouldStartAtOnceWhatAnotherProgramJustKilled() {
        try (KafkaServer kafka = KafkaServer.temporary()) {
            kafka.start();
            long first = kafka.pid();
            Host.signal(kafka.process().orElseThrow(), "KILL");
            kafka.start();
            assertThat(kafka.pid()).isNotEqualTo(first);
        }
    }

    @Test
    void shouldNameTheServerWhosePortIsTaken(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Site site = Site.in(folder, "postgres", Site.Lifetime.WITH_JVM);
            PostgresServer postgres = new PostgresServer(site, taken.getLocalPort(), "secret");
            assertThatThrownBy(postgres::start)
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " of postgres is taken");
        }
    }

    @Test
    void shouldEndTheTestServersWhenTheirJvmIsKilled(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("servers.properties");
        Process jvm = new ProcessBuilder(
                        Host.java().toString(),
                        "-Dqz.root=" + Servers.home(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestServersMain.class.getName(),
                        file.toString())
                .redirectError(folder.resolve("error").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file) || !jvm.isAlive());
        assertThat(folder.resolve("error")).isEmptyFile();
        Properties coordinates = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            coordinates.load(reader);
        }
        int port = Integer.parseInt(coordinates.getProperty("pg.port"));
        assertThat(Ports.isOpen(port)).isTrue();

        jvm.destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> !Ports.isOpen(port));
    }
}
