package org.qualityzones.system.bench.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What follows {@code ./run bench}.
 *
 * @param names benchmarks in the order given; none stands for all
 * @param seed of every order and every choice of the run
 * @param jfr whether the services are recorded while they are measured
 */
public record Arguments(List<String> names, Effort effort, long seed, boolean jfr, boolean list) {

    public static final String USAGE = """
            ./run bench [NAME…] [--profile quick|default|full] [--repeats N] [--seconds N] [--seed N] [--jfr]
            ./run bench --list             the benchmarks""";

    private static final int MOST_REPEATS = 100;
    private static final int MOST_SECONDS = 600;

    /** @throws IllegalArgumentException with a sentence for the person at the keyboard */
    public static Arguments parse(List<String> words) {
        List<String> names = new ArrayList<>();
        Effort effort = Effort.of(Effort.Profile.DEFAULT);
        int repeats = 0;
        int seconds = 0;
        long seed = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);
        boolean jfr = false;
        boolean list = false;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--profile" -> effort = Effort.of(Effort.Profile.named(value(word, rest)));
                case "--repeats" -> repeats = Math.toIntExact(number(word, value(word, rest), MOST_REPEATS));
                case "--seconds" -> seconds = Math.toIntExact(number(word, value(word, rest), MOST_SECONDS));
                case "--seed" -> seed = number(word, value(word, rest), Long.MAX_VALUE);
                case "--jfr" -> jfr = true;
                case "--list" -> list = true;
                default -> names.add(name(word));
            }
        }
        effort = repeats == 0 ? effort : effort.withRepeats(repeats);
        effort = seconds == 0 ? effort : effort.withSpan(Duration.ofSeconds(seconds));
        return new Arguments(List.copyOf(names), effort, seed, jfr, list);
    }

    /** The command that measures the same again. */
    String command(String name) {
        return "./run bench " + name + " --profile " + effort.profile().label() + " --repeats " + effort.repeats()
                + " --seconds " + effort.span().toSeconds() + " --seed " + seed + (jfr ? " --jfr" : "");
    }

    private static String name(String word) {
        if (word.startsWith("-")) {
            throw new IllegalArgumentException("Not understood: " + word + "\n\n" + USAGE);
        }
        return word;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("Missing: the value of " + option);
        }
        return rest.next();
    }

    private static long number(String option, String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " takes a number, not " + text, e);
        }
        throw new IllegalArgumentException(option + " takes a number from 1 to " + most + ", not " + text);
    }
}
