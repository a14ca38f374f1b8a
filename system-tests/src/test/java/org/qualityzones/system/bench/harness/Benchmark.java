package org.qualityzones.system.bench.harness;

/** One benchmark, by its name on the command line. */
public interface Benchmark {

    /** Its name on the command line, the middle of its file's name and the first part of its figures' ids. */
    String name();

    /** What it measures, in a few words for {@code ./run bench --list}. */
    String about();

    /**
     * Measures and reports what it found. What it throws is printed, and the other benchmarks run all the same.
     *
     * @throws Exception when it cannot be measured here, with a sentence that says why
     */
    void run(Bench bench, Report report) throws Exception;
}
