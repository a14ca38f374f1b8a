package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceEnvironmentTest {

    private static final Path PAGE =
            Path.of(System.getProperty("qz.root", "../..")).resolve("docs/configuration.md");
    private static final Pattern LINE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([a-z, ]+) \\|");

    @ParameterizedTest
    @EnumSource(
            value = Component.class,
            names = {"ZONE", "ENTERPRISE", "INSPECTION", "NOTIFICATION", "GATEWAY"})
    void shouldGiveEachServiceWhatTheDocumentationSaysADeploymentMustSet(Component service, @TempDir Path folder)
            throws IOException {
        SecretStore secrets = new SecretStore(folder.resolve("secrets.env"));
        Set<String> given = new ServiceEnvironment(new Settings(Map.of()), secrets, false)
                .of(service)
                .keySet();

        assertThat(documentedFor(service)).containsExactlyElementsOf(new TreeSet<>(given));
    }

    @ParameterizedTest
    @EnumSource(
            value = Component.class,
            names = {"ZONE", "ENTERPRISE", "INSPECTION", "NOTIFICATION", "GATEWAY"})
    void shouldSendSpansToZipkinWhereThatIsWanted(Component service, @TempDir Path folder) {
        SecretStore secrets = new SecretStore(folder.resolve("secrets.env"));
        Settings settings = new Settings(Map.of("QZ_ZIPKIN_PORT", "19411"));

        assertThat(new ServiceEnvironment(settings, secrets, true).of(service))
                .containsEntry("QZ_TRACING_ZIPKIN", "http://127.0.0.1:19411/api/v2/spans");
    }

    private static Set<String> documentedFor(Component service) throws IOException {
        Predicate<String> concerns = whom ->
                whom.equals("all") || whom.equals(service.label()) || whom.equals("services") && service.hasDatabase();
        Set<String> variables = new TreeSet<>();
        for (MatchResult line : LINE.matcher(Files.readString(PAGE)).results().toList()) {
            if (Arrays.stream(line.group(2).split(", ")).anyMatch(concerns)) {
                variables.add(line.group(1));
            }
        }
        return variables;
    }
}
