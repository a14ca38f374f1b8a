package org.qualityzones.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What Quarkus's extensions say themselves that they read, and Kafka's clients. */
final class FrameworkSettings {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final String KAFKA = "KAFKA_";

    /** Stands in the model for a name that the application chooses, such as {@code __TENANT__}. */
    private static final Pattern CHOSEN = Pattern.compile("__[A-Z0-9]+(_[A-Z0-9]+)*_(?=_|$)");

    private static final Set<Pattern> QUARKUS = quarkus();
    private static final Set<String> KAFKA_CLIENTS = Stream.of(
                    ConsumerConfig.configNames(), ProducerConfig.configNames())
            .flatMap(Set::stream)
            .map(key -> KAFKA + key.toUpperCase(Locale.ROOT).replace('.', '_'))
            .collect(Collectors.toUnmodifiableSet());

    private FrameworkSettings() {}

    static boolean reads(String variable) {
        return variable.startsWith(KAFKA)
                ? KAFKA_CLIENTS.contains(variable)
                : QUARKUS.stream().anyMatch(known -> known.matcher(variable).matches());
    }

    private static Set<Pattern> quarkus() {
        try {
            ObjectMapper json = new ObjectMapper();
            return Collections.list(FrameworkSettings.class.getClassLoader().getResources(MODEL)).stream()
                    .flatMap(model -> variables(json, model))
                    .map(variable -> Pattern.compile(CHOSEN.matcher(variable).replaceAll("_[A-Z0-9]+")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> variables(ObjectMapper json, URL model) {
        try {
            return json.readTree(model).findValues("environmentVariable").stream()
                    .map(JsonNode::asText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
