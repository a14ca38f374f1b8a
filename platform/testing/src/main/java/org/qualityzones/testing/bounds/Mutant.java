package org.qualityzones.testing.bounds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value at or beyond a bound of a field.
 *
 * @param what bound it tries
 * @param value null = the field is absent
 * @param good whether the bound allows it
 */
record Mutant(String what, JsonNode value, boolean good) {

    private static final BigDecimal ONE = BigDecimal.ONE;

    /** The values that the schema of one field asks to try, given one that it allows. */
    static List<Mutant> of(JsonNode schema, JsonNode sample) {
        List<Mutant> mutants = new ArrayList<>();
        switch (schema.path("type").asText()) {
            case "string" -> text(schema, sample.asText(), mutants);
            case "integer", "number" -> number(schema, mutants);
            case "boolean" -> mutants.add(new Mutant("no boolean", TextNode.valueOf("x"), false));
            case "array" -> array(schema, sample, mutants);
            default -> mutants.add(new Mutant("no object", BooleanNode.TRUE, false));
        }
        return mutants;
    }

    private static void text(JsonNode schema, String sample, List<Mutant> mutants) {
        if (schema.has("enum")) {
            mutants.add(bad("unknown value", "NO_SUCH_VALUE"));
        } else if (schema.has("pattern")) {
            Pattern pattern = Pattern.compile(schema.path("pattern").asText());
            for (String tried : List.of("", "!", sample.substring(1), sample + sample.charAt(sample.length() - 1))) {
                if (!pattern.matcher(tried).find()) {
                    mutants.add(bad("no match '" + tried + "'", tried));
                }
            }
        } else if (schema.has("format")) {
            mutants.add(bad("no " + schema.path("format").asText(), "2026-13-41"));
        } else if (schema.has("maxLength")) {
            int most = schema.path("maxLength").asInt();
            mutants.add(new Mutant("length " + most, TextNode.valueOf("a".repeat(most)), true));
            mutants.add(bad("length " + (most + 1), "a".repeat(most + 1)));
            mutants.add(bad("control character", "a\u0007b"));
            if (schema.path("minLength").asInt() > 0) {
                mutants.add(bad("too short", "a".repeat(schema.path("minLength").asInt() - 1)));
            }
        } else {
            mutants.add(new Mutant("no bound is described", JsonNodeFactory.instance.objectNode(), true));
        }
    }

    private static void number(JsonNode schema, List<Mutant> mutants) {
        BigDecimal step =
                schema.path("multipleOf").isNumber() ? schema.path("multipleOf").decimalValue() : ONE;
        if (schema.has("minimum")) {
            BigDecimal least = schema.path("minimum").decimalValue();
            mutants.add(new Mutant("least", DecimalNode.valueOf(least), true));
            mutants.add(new Mutant("below the least", DecimalNode.valueOf(least.subtract(step)), false));
        }
        if (schema.has("maximum")) {
            BigDecimal most = schema.path("maximum").decimalValue();
            mutants.add(new Mutant("most", DecimalNode.valueOf(most), true));
            mutants.add(new Mutant("above the most", DecimalNode.valueOf(most.add(step)), false));
        }
        mutants.add(bad("no number", "x"));
    }

    private static void array(JsonNode schema, JsonNode sample, List<Mutant> mutants) {
        if (schema.has("maxItems")) {
            var many = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
                many.add(sample.path(0));
            }
            mutants.add(new Mutant(many.size() + " items", many, false));
        }
        if (schema.path("minItems").asInt() > 0) {
            mutants.add(new Mutant("no items", JsonNodeFactory.instance.arrayNode(), false));
        }
    }

    private static Mutant bad(String what, String value) {
        return new Mutant(what, TextNode.valueOf(value), false);
    }
}
