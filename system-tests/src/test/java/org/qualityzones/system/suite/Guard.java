package org.qualityzones.system.suite;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ends every process of the suite when this JVM ends without having done so. A small shell reads a pipe that only this
 * JVM holds open: however the JVM ends, {@code kill -9} included, the pipe closes.
 */
final class Guard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while read -r word; do :; done
            for file in "$1"/*.pid; do
              if [ -e "$file" ]; then kill -KILL "$(cat "$file")" 2>/dev/null; fi
            done
            """;

    private Guard() {}

    static Process over(Path pidFiles) {
        try {
            return new ProcessBuilder("sh", "-c", SCRIPT, "qz-suite-guard", pidFiles.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("The suite cannot be guarded", e);
        }
    }
}
