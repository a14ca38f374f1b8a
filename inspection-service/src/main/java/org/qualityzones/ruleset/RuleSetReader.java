package org.qualityzones.ruleset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.qualityzones.expression.ExpressionCompiler;
import org.qualityzones.facts.CanonicalJson;
import org.qualityzones.facts.FactError;
import org.qualityzones.facts.Fields;

/** Reads a rule set document strictly and compiles it; every finding is collected before it gives up. One use. */
final class RuleSetReader {

    private static final ObjectReader JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .reader();

    private static final Pattern VERSION = Pattern.compile("[0-9]{4}\\.[0-9]{1,4}([.-][a-z0-9-]{1,32})?");
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final List<FactError> errors = new ArrayList<>();
    private final List<InvalidRuleSet.Finding> findings = new ArrayList<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Set<String> stepIds = new HashSet<>();
    private final Set<String> ruleIds = new HashSet<>();
    private Expressions expressions;
    private int lastStep;

    RuleSet read(byte[] json) {
        JsonNode tree = tree(json);
        Fields document = Fields.of(tree, "", errors);
        document.node("$schema");
        String version = document.required("version", VERSION);
        document.required("engine", Pattern.compile("1"));
        Title title = Entries.title(document);
        document.objects("parameters", ParameterReader::read).forEach(this::keep);
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((id, parameter) -> values.put(id, parameter.value()));
        expressions = new Expressions(new ExpressionCompiler(values), findings);
        List<Definition> definitions = document.objects("definitions", this::definition);
        if (definitions.size() > ExpressionCompiler.MAX_DEFINITIONS) {
            document.wrong(
                    "definitions", "range", "At most " + ExpressionCompiler.MAX_DEFINITIONS + " are allowed", null);
        }
        Matrix matrix = required(document, "matrix", TableReader::matrix);
        Map<Mode, ModePolicy> modes = new EnumMap<>(Mode.class);
        document.objects("modes", policy -> TableReader.policy(policy, parameters))
                .forEach(policy -> modes.put(policy.mode(), policy));
        checkModes(document, modes);
        SamplingPolicy sampling = required(document, "sampling", TableReader::sampling);
        List<Step> steps = document.objects("steps", this::step);
        List<Rule> rules = document.objects("rules", rule -> rule(rule, steps, matrix));
        document.close();
        refuseIfWrong();
        return new RuleSet(
                new RuleSet.Content(
                        version,
                        title,
                        List.copyOf(parameters.values()),
                        List.copyOf(definitions),
                        matrix,
                        Map.copyOf(modes),
                        sampling,
                        steps.stream().map(step -> withRules(step, rules)).toList(),
                        expressions.definitions()),
                CanonicalJson.bytes(tree));
    }

    private JsonNode tree(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            checkNumbers(tree, "");
            return tree;
        } catch (IOException e) {
            throw new InvalidRuleSet(
                    List.of(new InvalidRuleSet.Finding("", "json", String.valueOf(e.getMessage()), 0, 0)));
        }
    }

    /** A document is digested, so its numbers are integers that every reader reads alike. */
    private void checkNumbers(JsonNode node, String pointer) {
        if (node.isNumber() && !(node.canConvertToLong() && node.isIntegralNumber() && exact(node.longValue()))) {
            errors.add(new FactError(pointer, "type", "Numbers are integers below 2^53; a share is a text"));
        }
        node.properties().forEach(field -> checkNumbers(field.getValue(), pointer + "/" + field.getKey()));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkNumbers(node.get(i), pointer + "/" + i);
            }
        }
    }

    private static boolean exact(long value) {
        return value <= Fields.MAX_INTEGER && value >= -Fields.MAX_INTEGER;
    }

    private void keep(Parameter parameter) {
        if (parameters.putIfAbsent(parameter.id(), parameter) != null) {
            errors.add(new FactError("/parameters", "duplicate", "There are two parameters " + parameter.id()));
        }
    }

    private Definition definition(Fields definition) {
        String id = definition.required("id", ParameterReader.NAME);
        Title title = Entries.title(definition);
        if (expressions.taken(id)) {
            definition.wrong("id", "duplicate", "The name " + id + " is taken", null);
        }
        return new Definition(id, title, expressions.define(id, definition), Entries.citations(definition));
    }

    private Step step(Fields step) {
        int number = Math.toIntExact(step.number("step", 0L, 99));
        if (number != ++lastStep) {
            step.wrong("step", "order", "Steps are numbered from 1 without gaps; " + lastStep + " is expected", null);
        }
        String id = unique(step, stepIds);
        return new Step(number, id, Entries.title(step), expressions.condition("when", step), List.of());
    }

    private Rule rule(Fields rule, List<Step> steps, Matrix matrix) {
        String id = unique(rule, ruleIds);
        int step = Math.toIntExact(rule.number("step", 0L, 99));
        if (step < 1 || step > steps.size()) {
            rule.wrong("step", "range", "There is no step " + step, null);
        }
        Title title = Entries.title(rule);
        var when = expressions.condition("when", rule);
        List<Effect> then =
                rule.objects("then", effect -> new EffectReader(effect, expressions, parameters, matrix).read());
        if (then.isEmpty()) {
            rule.wrong("then", "required", "A rule has at least one effect", null);
        }
        return new Rule(id, step, title, when, then, Entries.citations(rule));
    }

    private static String unique(Fields entry, Set<String> ids) {
        String id = entry.required("id", KEBAB);
        return ids.add(id) ? id : entry.wrong("id", "duplicate", "The id " + id + " is taken", id);
    }

    private void checkModes(Fields document, Map<Mode, ModePolicy> modes) {
        for (Mode mode : Mode.values()) {
            if ((mode == Mode.NONE) == modes.containsKey(mode)) {
                document.wrong("modes", "required", "Each mode but NONE has one policy; look at " + mode, null);
            }
        }
    }

    private static Step withRules(Step step, List<Rule> rules) {
        return new Step(
                step.number(),
                step.id(),
                step.title(),
                step.when(),
                rules.stream().filter(rule -> rule.step() == step.number()).toList());
    }

    private static <T> T required(Fields document, String name, Function<Fields, T> reader) {
        return document.node(name) == null
                ? document.wrong(name, "required", "It is required here", null)
                : document.nested(name, reader);
    }

    private void refuseIfWrong() {
        errors.forEach(
                error -> findings.add(new InvalidRuleSet.Finding(error.pointer(), error.code(), error.detail(), 0, 0)));
        if (!findings.isEmpty()) {
            throw new InvalidRuleSet(findings);
        }
    }
}
