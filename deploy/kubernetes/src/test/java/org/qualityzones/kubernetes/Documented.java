package org.qualityzones.kubernetes;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/configuration.md and the services' own properties say. */
final class Documented {

    private static final String PAGE = Tools.read("docs/configuration.md");
    private static final Pattern REQUIRED = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([a-z, ]+) \\|");
    private static final Pattern KEY = Pattern.compile("(?m)^\\| `(qz\\.[a-z0-9.-]+)` \\| [^|]+ \\| `?([^`|]*)`? \\|");
    private static final Pattern FRAMEWORK = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");
    private static final Pattern SECONDS = Pattern.compile("(?i)(\\d+)s");

    private Documented() {}

    /** Variables without which a service does not run as it should. */
    static Set<String> requiredBy(String workload) {
        String name = workload.replaceFirst("-service$", "");
        Set<String> variables = new TreeSet<>();
        for (MatchResult row : REQUIRED.matcher(PAGE).results().toList()) {
            boolean concerned = Arrays.stream(row.group(2).split(", "))
                    .anyMatch(whom -> whom.equals("all")
                            || whom.equals(name)
                            || whom.equals("services") && workload.endsWith("-service"));
            if (concerned) {
                variables.add(row.group(1));
            }
        }
        variables.remove("QZ_WEBHOOK_ALLOW");
        return variables;
    }

    /** Every variable that some config mapping reads, and those of the framework that the README explains. */
    static Set<String> variables() {
        Set<String> variables = new TreeSet<>();
        REQUIRED.matcher(PAGE).results().forEach(row -> variables.add(row.group(1)));
        KEY.matcher(PAGE)
                .results()
                .map(row -> row.group(1).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
                .forEach(variables::add);
        variables.addAll(framework());
        return variables;
    }

    /** Variables of the framework that the README explains. */
    static Set<String> framework() {
        Set<String> variables = new TreeSet<>();
        FRAMEWORK
                .matcher(Tools.read("deploy/kubernetes/README.md"))
                .results()
                .forEach(row -> variables.add(row.group(1)));
        return variables;
    }

    /** Seconds that a service may take from SIGTERM to its end, by its own limits one after the other. */
    static int longestStop(String workload) {
        if (workload.equals("gateway")) {
            return seconds("qz.gateway.shutdown.delay") + seconds("qz.gateway.shutdown.grace");
        }
        int requests = seconds(
                properties("platform/web/src/main/resources/META-INF/microprofile-config.properties")
                        .getProperty("quarkus.shutdown.timeout"),
                "quarkus.shutdown.timeout");
        int events = seconds("qz.messaging.relay.drain") + seconds("qz.messaging.scheduled-drain");
        return requests + events + (workload.startsWith("notification") ? seconds("qz.delivery.drain") : 0);
    }

    static Properties properties(String path) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Tools.read(path)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }

    private static int seconds(String key) {
        Map<String, String> defaults = new TreeMap<>();
        KEY.matcher(PAGE).results().forEach(row -> defaults.put(row.group(1), row.group(2)));
        return seconds(defaults.get(key), key);
    }

    private static int seconds(String text, String key) {
        Matcher matcher = SECONDS.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new IllegalStateException(key + " is documented as " + text + ", not as seconds");
        }
        return Math.toIntExact(
                Duration.ofSeconds(Long.parseLong(matcher.group(1))).toSeconds());
    }
}
