package org.qualityzones.local;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qualityzones.servers.KafkaServer;

/** Ports and Java options of the stack, each from the environment where it is given there. */
record Settings(Map<String, String> environment) {

    private static final String OBSERVE = "QZ_OBSERVE";
    private static final int MANAGEMENT_OFFSET = 1000;
    private static final int HIGHEST_PORT = 65_535;
    private static final String JAVA_OPTIONS =
            "-Xms48m -Xmx224m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxMetaspaceSize=192m";

    /** {@code QZ_ZONE_PORT} for the zone service, and so on. */
    int port(Component component) {
        return number(portVariable(component), component.defaultPort());
    }

    /** Health, metrics and OpenAPI of Keycloak and the services; the controller's port of Kafka. */
    int managementPort(Component component) {
        int standard = component == Component.KAFKA ? port(component) + 1 : port(component) + MANAGEMENT_OFFSET;
        return number("QZ_" + component.name() + "_MANAGEMENT_PORT", standard);
    }

    /** Whether Zipkin is started and the services send their spans to it: {@code QZ_OBSERVE=true}. */
    boolean observes() {
        return Boolean.parseBoolean(environment.get(OBSERVE));
    }

    /** These settings with {@link #observes()}. */
    Settings observing() {
        Map<String, String> more = new HashMap<>(environment);
        more.put(OBSERVE, "true");
        return new Settings(more);
    }

    /** Where clients of Kafka are told to find it: {@code QZ_KAFKA_ADVERTISED_PORT}, such as that of a proxy, or its port. */
    int kafkaAdvertisedPort() {
        return number("QZ_KAFKA_ADVERTISED_PORT", port(Component.KAFKA));
    }

    static String portVariable(Component component) {
        return "QZ_" + component.name() + "_PORT";
    }

    /** {@code QZ_ZONE_JAVA_OPTIONS}, else {@code QZ_JAVA_OPTIONS}, else modest ones. */
    List<String> javaOptions(Component component) {
        String all = environment.getOrDefault("QZ_JAVA_OPTIONS", JAVA_OPTIONS);
        return options(environment.getOrDefault("QZ_" + component.name() + "_JAVA_OPTIONS", all));
    }

    /** {@code QZ_KAFKA_JAVA_OPTIONS}, else those of a quick start: what is set for all services is not for the broker. */
    List<String> kafkaJavaOptions() {
        String own = environment.getOrDefault("QZ_KAFKA_JAVA_OPTIONS", "");
        return own.isBlank() ? KafkaServer.QUICK_START : options(own);
    }

    private static List<String> options(String text) {
        return Arrays.stream(text.split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }

    private int number(String variable, int standard) {
        String text = environment.getOrDefault(variable, "");
        if (text.isBlank()) {
            return standard;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new LocalException(variable + " is not a port: " + text, e);
        }
        throw new LocalException(variable + " is not a port: " + text);
    }
}
