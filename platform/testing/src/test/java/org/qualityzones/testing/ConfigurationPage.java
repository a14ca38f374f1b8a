package org.qualityzones.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The text of {@code docs/configuration.md}. */
final class ConfigurationPage {

    private static final List<String> MODULES = List.of(
            "platform/web",
            "platform/messaging",
            "platform/tracing",
            "zone-service",
            "enterprise-service",
            "inspection-service",
            "notification-service",
            "gateway");

    private ConfigurationPage() {}

    static String of(Path root) throws IOException {
        StringBuilder page = new StringBuilder(head());
        for (String module : MODULES) {
            List<ConfigMappings.Mapping> mappings =
                    ConfigMappings.of(root.resolve(module).resolve("src/main/java"));
            if (!mappings.isEmpty()) {
                page.append("\n## ").append(module).append('\n');
                Properties set = applicationProperties(root.resolve(module));
                mappings.forEach(mapping -> page.append(section(mapping, set)));
            }
        }
        return page.toString();
    }

    /** Variables of a deployment and the reading rules, which no source says in one place. */
    private static String head() throws IOException {
        try (InputStream head = ConfigurationPage.class.getResourceAsStream("/configuration-head.md")) {
            return new String(head.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a service comes with goes before the mapping's own default. */
    private static Properties applicationProperties(Path module) throws IOException {
        Properties properties = new Properties();
        Path file = module.resolve("src/main/resources/application.properties");
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        return properties;
    }

    private static String section(ConfigMappings.Mapping mapping, Properties set) {
        return Stream.concat(
                        Stream.of(
                                "\n### " + mapping.prefix() + "\n",
                                mapping.about() + "\n",
                                "| Key | Type | Default | |",
                                "|---|---|---|---|"),
                        mapping.keys().stream().map(key -> line(key, set)))
                .collect(joining("\n", "", "\n"));
    }

    private static String line(ConfigMappings.Key key, Properties set) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        key.name(),
                        type(key.type()),
                        Optional.ofNullable(set.getProperty(key.name()))
                                .or(key::value)
                                .map(value -> "`" + value + "`")
                                .orElse(optional(key.type()) ? "none" : "**needed**"),
                        key.about());
    }

    private static boolean optional(String type) {
        return type.startsWith("Optional");
    }

    private static String type(String type) {
        String bare = optional(type) ? type.replaceAll("^Optional<(.*)>$", "$1") : type;
        return bare.matches("(List|Set)<.*>") ? "list of " + bare.replaceAll("^\\w+<(.*)>$", "$1") : bare;
    }
}
