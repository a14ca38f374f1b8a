package org.qualityzones.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one server process keeps its things, and whose life it shares.
 *
 * @param name     short name, also of its files
 * @param data     folder of its data
 * @param log      file its output is appended to
 * @param pidFile  file with its process id, a number; present while it should be running
 * @param lifetime whether it ends with this JVM
 * @param scratch  folder that is removed when this JVM ends; null for a place that stays
 */
public record Site(String name, Path data, Path log, Path pidFile, Lifetime lifetime, Path scratch) {

    /** Whose life a server process shares. */
    public enum Lifetime {
        /** Ends with this JVM, also when the JVM is killed. */
        WITH_JVM,
        /** Survives this JVM, in a session of its own. */
        DETACHED
    }

    /** A site in a new temporary folder, for a server that ends with this JVM. */
    public static Site temporary(String name) {
        try {
            Path folder = Files.createTempDirectory("qz-" + name + "-");
            return at(folder, name, Lifetime.WITH_JVM, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A site below {@code folder}: {@code data/NAME}, {@code log/NAME.log} and {@code run/NAME.pid}. */
    public static Site in(Path folder, String name, Lifetime lifetime) {
        return at(folder, name, lifetime, null);
    }

    private static Site at(Path folder, String name, Lifetime lifetime, Path scratch) {
        return new Site(
                name,
                folder.resolve("data").resolve(name),
                folder.resolve("log").resolve(name + ".log"),
                folder.resolve("run").resolve(name + ".pid"),
                lifetime,
                scratch);
    }

    void createFolders() {
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.getParent());
            Files.createDirectories(pidFile.getParent());
        } catch (IOException e) {
            throw new ServerException("Cannot create the folders of " + name + ": " + e.getMessage(), e);
        }
    }
}
