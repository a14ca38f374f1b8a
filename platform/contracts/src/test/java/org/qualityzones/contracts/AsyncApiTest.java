package org.qualityzones.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published description says what the records are; {@code -Dupdate-snapshots} writes it anew. */
class AsyncApiTest {

    private static final Path FILE = Path.of("src/main/resources/asyncapi.yaml");
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    @BeforeAll
    static void updateIfAsked() throws JsonProcessingException {
        if (System.getProperty("update-snapshots") != null) {
            ContractJson.write(FILE, YAML.writeValueAsString(AsyncApi.describe()));
        }
    }

    @Test
    void shouldBeTheDescriptionOfTheRecordsAsTheyAre() throws JsonProcessingException {
        assertThat(ContractJson.contentOf(FILE))
                .as("run: mvn -pl platform/contracts test -Dupdate-snapshots")
                .isEqualTo(YAML.writeValueAsString(AsyncApi.describe()));
    }

    static List<EventContract> contracts() {
        return EventContracts.ALL;
    }

    /** Walks the file by itself, so that a fault of the generator shows. */
    @ParameterizedTest
    @MethodSource("contracts")
    void shouldNameEveryTypeOnItsTopicAndEveryComponentOfItsRecords(EventContract contract)
            throws JsonProcessingException {
        JsonNode file = YAML.readTree(ContractJson.contentOf(FILE));

        String carried = file.at("/channels")
                .path(contract.topic())
                .path("messages")
                .path(contract.type())
                .path("$ref")
                .asText();
        assertThat(carried).isEqualTo("#/components/messages/" + contract.type());
        JsonNode data = file.at("/components/messages").path(contract.type()).at("/payload/properties");
        assertMatches(file, data.at("/change/$ref").asText(), contract.change());
        assertMatches(file, data.at("/state/$ref").asText(), contract.state());
    }

    private static void assertMatches(JsonNode file, String reference, Class<?> type) {
        JsonNode properties = file.at(reference.substring(1)).path("properties");
        Set<String> described = StreamSupport.stream(((Iterable<String>) properties::fieldNames).spliterator(), false)
                .collect(Collectors.toSet());
        assertThat(described)
                .as(reference)
                .containsExactlyInAnyOrderElementsOf(Records.componentsOf(type).stream()
                        .map(component -> ContractJson.wireName(component.getName()))
                        .toList());
        Records.componentsOf(type).stream()
                .filter(component -> Records.elementOf(component).isRecord())
                .forEach(component -> {
                    JsonNode property = properties.path(ContractJson.wireName(component.getName()));
                    JsonNode one = property.has("items") ? property.path("items") : property;
                    assertMatches(file, one.path("$ref").asText(), Records.elementOf(component));
                });
    }
}
