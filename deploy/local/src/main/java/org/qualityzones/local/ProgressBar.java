package org.qualityzones.local;

import java.io.PrintStream;

/** How far something is: one line that is written over on a terminal, a line for each tenth elsewhere. */
final class ProgressBar {

    private static final int WIDTH = 40;
    private static final int TENTHS = 10;

    private final PrintStream out;
    private final long total;
    private final String of;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private long shown = -1;

    /** @param of what is counted, in the plural */
    ProgressBar(PrintStream out, long total, String of) {
        this.out = out;
        this.total = Math.max(1, total);
        this.of = of;
    }

    void show(long done) {
        if (terminal) {
            out.print("\r" + text(done));
            out.flush();
        } else if (tenth(done) > shown) {
            shown = tenth(done);
            out.println(text(done));
        }
    }

    void end(long done) {
        out.println((terminal ? "\r" : "") + text(done));
    }

    private String text(long done) {
        int full = (int) Math.min(WIDTH, done * WIDTH / total);
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + " of " + total + " " + of;
    }

    private long tenth(long done) {
        return done * TENTHS / total;
    }
}
