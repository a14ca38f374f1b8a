package org.qualityzones.system.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a process still runs. One that has ended stays listed until its parent has asked how it ended, which the first
 * process of a container may do a second or two later.
 */
final class Liveness {

    private static final String ENDED = "Z";

    /** Among the fields of {@code /proc/PID/stat} that follow the name. */
    private static final int STATE = 0;

    private static final int THREADS = 17;

    private Liveness() {}

    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isOnlyListed(process.pid());
    }

    /** The first thread has ended, and no other is left that would still hold files or ports. */
    private static boolean isOnlyListed(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields =
                    status.substring(status.lastIndexOf(')') + 1).strip().split(" ");
            return fields[STATE].equals(ENDED) && Integer.parseInt(fields[THREADS]) <= 1;
        } catch (IOException gone) {
            return true;
        }
    }
}
