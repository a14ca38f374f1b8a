package org.qualityzones.servers;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Where the checkout and the fetched distributions of the servers are. */
public final class Servers {

    private static final String FETCH = "mvn -B -ntp -q -pl platform/servers/dist process-resources";

    private Servers() {}

    /** The checkout: system property {@code qz.root}, else the nearest folder upwards that holds {@code .mvn}. */
    public static Path home() {
        String given = System.getProperty("qz.root");
        if (given != null && !given.isBlank()) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new ServerException("No folder with .mvn above " + Path.of("").toAbsolutePath() + "; set -Dqz.root=…");
    }

    /** Folder of the fetched distribution of {@code postgresql}, {@code kafka}, {@code keycloak} or {@code zipkin}. */
    static Path distribution(String name) {
        Path servers = home().resolve(".local").resolve("servers");
        Path index = servers.resolve("versions.properties");
        if (!Files.isRegularFile(index)) {
            throw new ServerException("The servers are not fetched yet; in " + home() + " run: " + FETCH);
        }
        Properties versions = new Properties();
        try (Reader reader = Files.newBufferedReader(index)) {
            versions.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path folder = servers.resolve(name).resolve(versions.getProperty(name, ""));
        if (!versions.containsKey(name) || !Files.isDirectory(folder)) {
            throw new ServerException("No distribution of " + name + " in " + servers + "; run: " + FETCH);
        }
        return folder;
    }
}
