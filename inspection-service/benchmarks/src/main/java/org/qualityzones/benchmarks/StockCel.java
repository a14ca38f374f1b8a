package org.qualityzones.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qualityzones.decision.Decision;
import org.qualityzones.decision.TraceEntry;
import org.qualityzones.expression.CheckedTrees;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.RuleSet;

/**
 * The conditions of a rule set on the runtime of the CEL library as it comes. It is asked just those conditions that the
 * engine looked at for a line, with everything they read laid out as maps beforehand; it draws no conclusions and keeps
 * no trace.
 */
final class StockCel {

    /** What the runtime cannot answer. */
    static final Object ERROR = "error";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, CelRuntime.Program> programs = new HashMap<>();
    private final Map<String, Object> parameters = new HashMap<>();

    StockCel(RuleSet rules) {
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
        rules.parameters().forEach(parameter -> parameters.put(parameter.id(), parameter.value()));
        for (Map.Entry<String, CelAbstractSyntaxTree> tree :
                CheckedTrees.of(rules).entrySet()) {
            try {
                programs.put(tree.getKey(), runtime.createProgram(tree.getValue()));
            } catch (CelEvaluationException e) {
                throw new IllegalArgumentException("The library refuses " + tree.getKey(), e);
            }
        }
    }

    /** One condition or definition with all that it may read. */
    record Question(TraceEntry asked, CelRuntime.Program program, Map<String, Object> variables) {

        Object answer() {
            try {
                return program.eval(variables);
            } catch (CelEvaluationException _) {
                return ERROR;
            }
        }
    }

    /** What the engine asked of a line, in its order. */
    List<Question> questions(Decision decision) {
        Map<String, Object> known = facts(decision.facts());
        known.put("param", parameters);
        for (TraceEntry entry : decision.trace()) {
            if (entry.isDefinition()) {
                known.put(entry.rule().substring(CheckedTrees.DEFINITION.length()), entry.value());
            }
        }
        Map<Map<String, Object>, Map<String, Object>> variables = new HashMap<>();
        List<Question> questions = new ArrayList<>();
        for (TraceEntry entry : decision.trace()) {
            Map<String, Object> state = Map.of(
                    "outcome", entry.inputs().getOrDefault("decision.outcome", "UNDECIDED"),
                    "mode", entry.inputs().getOrDefault("decision.mode", "NONE"));
            Map<String, Object> all = variables.computeIfAbsent(state, _ -> {
                Map<String, Object> copy = new HashMap<>(known);
                copy.put("decision", state);
                return copy;
            });
            questions.add(new Question(entry, programs.get(entry.rule()), all));
        }
        return questions;
    }

    /** Facts as the library takes them: maps, lists, longs, texts, flags and its own null. */
    static Map<String, Object> facts(Facts facts) {
        try {
            Map<String, Object> all = new HashMap<>();
            JSON.readTree(facts.bytes())
                    .properties()
                    .forEach(field -> all.put(field.getKey(), plain(field.getValue())));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> fields = new HashMap<>();
                node.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
                yield fields;
            }
            case ARRAY -> {
                List<Object> elements = new ArrayList<>();
                node.forEach(element -> elements.add(plain(element)));
                yield elements;
            }
            case NUMBER -> node.longValue();
            case BOOLEAN -> node.booleanValue();
            case NULL -> NullValue.NULL_VALUE;
            default -> node.textValue();
        };
    }
}
