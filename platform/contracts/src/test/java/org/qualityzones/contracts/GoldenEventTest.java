package org.qualityzones.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type has a golden file, and records and file say the same, both ways: whoever removes, renames or retypes a field
 * breaks a file that was published. {@code -Dupdate-snapshots} adds files and fields that are missing and changes nothing else.
 */
class GoldenEventTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<String> PERSONAL = List.of("contacts", "contact", "phone", "email", "person", "idCard");

    static Stream<EventContract> contracts() {
        return EventContracts.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldReadAndWriteWhatTheGoldenFileSays(EventContract contract) {
        JsonNode golden = golden(contract);

        assertThat(writtenAgain(contract, golden)).isEqualTo(golden);
        assertThat(golden.properties().stream().map(Map.Entry::getKey))
                .containsExactly("change", "state", "version", "validFrom", "recordedAt");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldIgnoreFieldsThatALaterVersionAdds(EventContract contract) {
        JsonNode golden = golden(contract);
        JsonNode later = golden.deepCopy();
        objectsIn(later).forEach(object -> object.put("addedLater", "x").putArray("alsoAdded"));

        assertThat(writtenAgain(contract, later)).isEqualTo(golden);
    }

    @Test
    void shouldKeepOneContractAndOneGoldenFileForEachType() {
        List<String> types = Arrays.stream(EventTypes.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(GoldenEventTest::valueOf)
                .filter(type -> !type.equals(EventTypes.HEARTBEAT))
                .toList();

        assertThat(EventContracts.ALL).extracting(EventContract::type).containsExactlyInAnyOrderElementsOf(types);
        assertThat(ContractJson.filesIn(GOLDEN).stream()
                        .map(file -> file.getFileName().toString().replace(".json", "")))
                .containsExactlyInAnyOrderElementsOf(types);
        assertThat(types).allMatch(type -> type.matches("org\\.qualityzones(\\.[a-z][a-z0-9-]*){2}\\.v[1-9]"));
        assertThat(EventContracts.ALL).extracting(EventContract::topic).isSubsetOf(Topics.FACTS);
    }

    @Test
    void shouldGiveEveryTopicOneStateRecord() {
        for (String topic : Topics.FACTS) {
            assertThat(contracts().filter(contract -> contract.topic().equals(topic)))
                    .extracting(EventContract::state)
                    .as(topic)
                    .satisfies(states -> assertThat(states.stream().distinct()).hasSizeLessThanOrEqualTo(1));
        }
    }

    @Test
    void shouldCarryNoPersonalData() {
        assertThat(contracts()
                        .flatMap(contract -> Stream.of(contract.change(), contract.state()))
                        .flatMap(type -> Records.within(type).stream())
                        .flatMap(type -> Records.componentsOf(type).stream())
                        .map(component -> component.getName()))
                .doesNotContainAnyElementsOf(PERSONAL);
    }

    private static JsonNode writtenAgain(EventContract contract, JsonNode data) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("change", ContractJson.read(data.path("change"), contract.change()));
        written.put("state", ContractJson.read(data.path("state"), contract.state()));
        written.put("version", data.path("version").asLong());
        written.put("validFrom", Instant.parse(data.path("validFrom").asText()));
        written.put("recordedAt", Instant.parse(data.path("recordedAt").asText()));
        return ContractJson.tree(written);
    }

    private static JsonNode golden(EventContract contract) {
        Path file = GOLDEN.resolve(contract.type() + ".json");
        if (System.getProperty("update-snapshots") != null) {
            JsonNode sample = sample(contract);
            JsonNode kept = Files.exists(file) ? ContractJson.parse(ContractJson.contentOf(file)) : sample.deepCopy();
            ContractJson.write(file, ContractJson.text(Samples.addMissing(kept, sample)));
        }
        return ContractJson.parse(ContractJson.contentOf(file));
    }

    private static JsonNode sample(EventContract contract) {
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("change", Samples.of(contract.change()));
        sample.put("state", Samples.of(contract.state()));
        sample.put("version", 7);
        sample.put("validFrom", Instant.parse("2026-11-21T08:30:00Z"));
        sample.put("recordedAt", Instant.parse("2026-11-21T08:30:00.123456Z"));
        return ContractJson.tree(sample);
    }

    private static List<ObjectNode> objectsIn(JsonNode node) {
        List<ObjectNode> below =
                node.valueStream().flatMap(child -> objectsIn(child).stream()).toList();
        return node instanceof ObjectNode object
                ? Stream.concat(Stream.of(object), below.stream()).toList()
                : below;
    }

    private static String valueOf(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
