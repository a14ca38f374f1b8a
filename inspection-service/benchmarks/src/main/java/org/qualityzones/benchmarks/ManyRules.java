package org.qualityzones.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.qualityzones.ruleset.RuleSet;

/** The shipped rule set with more rules, as an authority would add them: by product, destination, history and zone. */
final class ManyRules {

    static final int RULES = 200;

    private static final int FIRST_STEP = 6;
    private static final List<String> HEADINGS =
            List.of("9608", "8458", "6403", "8517", "9503", "7013", "8414", "3926");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "JP", "BR", "ZA", "AU", "GB");
    private static final List<String> EFFECTS = List.of(
            "{\"stricter\":1}",
            "{\"atLeast\":\"VERIFICATION\"}",
            "{\"atLeast\":\"GENERAL\"}",
            "{\"atLeast\":\"STRICT\"}",
            "{\"share\":\"shareCreditC\"}");

    private final ObjectMapper json = new ObjectMapper();
    private final Random random;

    private ManyRules(Random random) {
        this.random = random;
    }

    /** The shipped rules and generated ones, {@value #RULES} in all; the same for the same seed. */
    static RuleSet of(long seed) {
        return new ManyRules(new Random(seed)).build();
    }

    private RuleSet build() {
        try {
            ObjectNode document =
                    (ObjectNode) json.readTree(RuleSet.shipped("2026.1").document());
            document.put("version", "2026.1-rules-" + RULES);
            var rules = document.withArrayProperty("rules");
            for (int i = rules.size(); i < RULES; i++) {
                rules.add(rule(i));
            }
            return RuleSet.parse(json.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode rule(int number) throws IOException {
        ObjectNode rule = json.createObjectNode();
        rule.put("id", "generated-" + number).put("step", FIRST_STEP + random.nextInt(2));
        rule.putObject("title").put("zh", "规则" + number).put("en", "Generated rule " + number);
        rule.put("when", condition());
        rule.putArray("then").add(json.readTree(one(EFFECTS)));
        rule.putArray("citations")
                .addObject()
                .put("instrument", "configuration")
                .put("text", "Made for a measurement")
                .put("status", "IN_FORCE")
                .put("provenance", "CONFIGURED");
        return rule;
    }

    private String condition() {
        return switch (random.nextInt(8)) {
            case 0 -> "line.hsCode.startsWith('" + one(HEADINGS) + "') && line.destination in " + countries();
            case 1 -> "productRisk == 'HIGH' && history.returns12m > " + random.nextInt(5);
            case 2 -> "producer.creditLevel in ['B', 'C'] && producer.penalties12m > " + random.nextInt(3);
            case 3 ->
                "effectiveClass == 'CLASS_" + (1 + random.nextInt(4)) + "' && producer.exportUsd12m < "
                        + 1_000 * random.nextInt(1_000);
            case 4 ->
                "member && zones.exists(z, z.level == 'NATIONAL' && z.hsPrefixes.exists(p, p == '" + one(HEADINGS)
                        + "'))";
            case 5 ->
                "warnings.exists(w, w.level == " + (1 + random.nextInt(3)) + ") && line.purpose == 'PROCESSING_TRADE'";
            case 6 ->
                "statutory && history.lots12m > " + random.nextInt(20) + " && history.passPerMille12m < "
                        + (900 + random.nextInt(100));
            default -> "!clean && line.destination == '" + one(COUNTRIES) + "'";
        };
    }

    private String countries() {
        return "['" + one(COUNTRIES) + "', '" + one(COUNTRIES) + "', '" + one(COUNTRIES) + "']";
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
