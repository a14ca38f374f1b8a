package org.qualityzones.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends a child process when this JVM ends. A small shell reads a pipe that only this JVM holds open: however the JVM
 * ends, {@code kill -9} included, the pipe closes, the shell ends the child and removes its temporary folder.
 */
final class Guard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            child=none
            while read -r word; do child=$word; done
            if [ "$child" != none ]; then
              kill -QUIT "$child" 2>/dev/null
              for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$child" 2>/dev/null || break; sleep 0.2; done
              kill -KILL "$child" 2>/dev/null
            fi
            if [ -n "$1" ]; then rm -rf -- "$1"; fi
            """;

    private final String scratch;
    private Process shell;

    /** A guard that also removes {@code scratch} at the end, where there is one. */
    Guard(Path scratch) {
        this.scratch = scratch == null ? "" : scratch.toString();
    }

    void watch(ProcessHandle child) throws IOException {
        if (shell == null) {
            shell = new ProcessBuilder("sh", "-c", SCRIPT, "qz-guard", scratch)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
        say(Long.toString(child.pid()));
    }

    /** The child has been ended already. */
    void release() {
        if (shell != null) {
            try {
                say("none");
            } catch (IOException e) {
                throw new ServerException("The guard of a server ended before it", e);
            }
        }
    }

    private void say(String word) throws IOException {
        var pipe = shell.getOutputStream();
        pipe.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }
}
