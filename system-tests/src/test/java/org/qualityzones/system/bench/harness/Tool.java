package org.qualityzones.system.bench.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that a benchmark needs beside the suite. */
public final class Tool {

    /** Where servers are installed, which not everybody has on the path. */
    private static final List<String> MORE = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    private Tool() {}

    /** Where it is, if it is on this machine. */
    public static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), MORE.stream())
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
