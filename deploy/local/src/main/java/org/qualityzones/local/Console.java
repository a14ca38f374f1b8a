package org.qualityzones.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Lines for the person who watches, one per step; safe for several threads. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    /** A finished step, with the seconds it took. */
    void step(String what, Duration took, String detail) {
        out.println(String.format(Locale.ROOT, "  %-28s %6.1f s  %s", what, took.toMillis() / 1000.0, detail)
                .stripTrailing());
    }

    /** The stream itself, for what is printed as it is. */
    PrintStream stream() {
        return out;
    }
}
