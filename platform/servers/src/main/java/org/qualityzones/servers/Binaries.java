package org.qualityzones.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The fetched distributions, made ready to run once; several JVMs may ask at the same time. */
final class Binaries {

    private static final String OPTIMISED = ".optimised";

    private Binaries() {}

    /** Folder with {@code bin/postgres}, unpacked on first use. */
    static Path postgresql() {
        Path folder = Servers.distribution("postgresql");
        Path unpacked = folder.resolve("unpacked");
        if (!Files.isDirectory(unpacked)) {
            locked(folder, () -> {
                if (!Files.isDirectory(unpacked)) {
                    Path partial = Files.createTempDirectory(folder, "partial");
                    Host.run(List.of("chmod", "755", partial.toString()), null);
                    Host.run(
                            List.of("tar", "xJf", archive(folder).toString(), "-C", partial.toString()),
                            folder.resolve("unpack.log"));
                    Files.move(partial, unpacked, StandardCopyOption.ATOMIC_MOVE);
                }
            });
        }
        return unpacked;
    }

    /** Folder with Kafka's jars. */
    static Path kafkaLibraries() {
        return Servers.distribution("kafka").resolve("lib");
    }

    /** Zipkin's jar. */
    static Path zipkin() {
        Path jar = Servers.distribution("zipkin").resolve("zipkin.jar");
        if (!Files.isRegularFile(jar)) {
            throw new ServerException(jar + " is missing; ./run --observe fetches it");
        }
        return jar;
    }

    /** Home of Keycloak, with its build step done for {@code options}. */
    static Path keycloak(List<String> options) {
        Path folder = Servers.distribution("keycloak");
        Path home = folder.resolve("keycloak-" + folder.getFileName());
        Path marker = home.resolve(OPTIMISED);
        String wanted = String.join(" ", options) + "\n";
        if (!isBuilt(marker, wanted)) {
            locked(folder, () -> {
                if (!isBuilt(marker, wanted)) {
                    Host.run(
                            Stream.concat(
                                            Stream.of(
                                                    "sh",
                                                    home.resolve("bin/kc.sh").toString(),
                                                    "build"),
                                            options.stream())
                                    .toList(),
                            folder.resolve("build.log"));
                    Files.writeString(marker, wanted);
                }
            });
        }
        return home;
    }

    private static boolean isBuilt(Path marker, String wanted) {
        try {
            return Files.exists(marker) && Files.readString(marker).equals(wanted);
        } catch (IOException e) {
            return false;
        }
    }

    private static Path archive(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new ServerException("No PostgreSQL archive in " + folder));
        }
    }

    private static void locked(Path folder, Step step) {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                step.run();
            }
        } catch (IOException e) {
            throw new ServerException("Cannot prepare " + folder + ": " + e.getMessage(), e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
