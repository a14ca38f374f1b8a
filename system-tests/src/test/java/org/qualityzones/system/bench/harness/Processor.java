package org.qualityzones.system.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says about the processors (proc(5)). */
final class Processor {

    private static final int IDLE = 4;
    private static final int IOWAIT = 5;

    private Processor() {}

    /**
     * Nanoseconds of a thread.
     *
     * @param running on a processor
     * @param waiting ready to run, without a processor
     */
    record Use(long running, long waiting) {

        static final Use NONE = new Use(0, 0);

        Use plus(Use other) {
            return new Use(running + other.running, waiting + other.waiting);
        }
    }

    /** Of the calling thread since its start; nothing where the kernel does not say. */
    static Use ownUse() {
        Path file = Path.of("/proc/thread-self/schedstat");
        try {
            if (!Files.exists(file)) {
                return Use.NONE;
            }
            String[] values = Files.readString(file).strip().split(" ");
            return new Use(Long.parseLong(values[0]), Long.parseLong(values[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ticks of all processors since the start of the machine.
     *
     * @param busy neither idle nor waiting for a disk
     */
    record Ticks(long busy, long all) {

        static Ticks now() {
            try {
                String[] ticks =
                        Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
                long all = 0;
                for (int i = 1; i < ticks.length; i++) {
                    all += Long.parseLong(ticks[i]);
                }
                return new Ticks(all - Long.parseLong(ticks[IDLE]) - Long.parseLong(ticks[IOWAIT]), all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        double busyShareSince(Ticks before) {
            return all == before.all ? 0 : (busy - before.busy) / (double) (all - before.all);
        }
    }
}
