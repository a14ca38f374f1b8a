package org.qualityzones.benchmarks;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.values.NullValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.qualityzones.expression.CheckedTrees;
import org.qualityzones.facts.Facts;
import org.qualityzones.ruleset.Parameter;
import org.qualityzones.ruleset.Rule;
import org.qualityzones.ruleset.RuleSet;

/**
 * A rule set as one DMN decision table: a row for each rule, hit policy COLLECT, and a decision for each definition that
 * rows read. It collects the rules whose conditions hold; modes, draw and plans are left out, and it keeps no trace.
 */
final class DmnTable {

    private static final String NAMESPACE = "urn:qualityzones:benchmark";
    private static final List<String> GROUPS = List.of(
            "line",
            "catalogue",
            "productRisk",
            "producer",
            "consignor",
            "zones",
            "exemption",
            "warnings",
            "history",
            "campaign",
            "directRelease",
            "stale",
            "decision",
            "param");
    private static final Map<String, Object> UNDECIDED = Map.of("outcome", "UNDECIDED", "mode", "NONE");

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final Map<String, Object> parameters = new HashMap<>();

    DmnTable(RuleSet rules) {
        for (Parameter parameter : rules.parameters()) {
            parameters.put(parameter.id(), parameter.value());
        }
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(document(rules)))
                        .setSourcePath("rules.dmn")))
                .getOrElseThrow(e -> new IllegalArgumentException("KIE refuses the table", e));
        model = runtime.getModel(NAMESPACE, "rules");
        if (model.hasErrors()) {
            throw new IllegalArgumentException("KIE refuses the table: " + model.getMessages());
        }
    }

    /** Facts as the runtime takes them. */
    Map<String, Object> variables(Facts facts) {
        Map<String, Object> variables = withoutNullValue(StockCel.facts(facts));
        variables.put("decision", UNDECIDED);
        variables.put("param", parameters);
        return variables;
    }

    /** Ids of the rules whose conditions hold. */
    List<?> matched(Map<String, Object> variables) {
        DMNContext context = runtime.newContext();
        variables.forEach(context::set);
        DMNResult result = runtime.evaluateByName(model, context, "matched");
        return (List<?>) result.getDecisionResultByName("matched").getResult();
    }

    private static Map<String, Object> withoutNullValue(Map<?, ?> fields) {
        Map<String, Object> plain = new HashMap<>();
        fields.forEach((name, value) -> plain.put(
                (String) name,
                switch (value) {
                    case NullValue _ -> null;
                    case Map<?, ?> inner -> withoutNullValue(inner);
                    default -> value;
                }));
        return plain;
    }

    private static String document(RuleSet rules) {
        Map<String, CelAbstractSyntaxTree> trees = CheckedTrees.of(rules);
        StringBuilder xml = new StringBuilder()
                .append(
                        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"rules\" id=\"rules\"")
                .append(" namespace=\"" + NAMESPACE + "\">\n");
        GROUPS.forEach(group -> xml.append("<inputData id=\"i_" + group + "\" name=\"" + group + "\"><variable name=\""
                + group + "\"/></inputData>\n"));
        Set<String> definitions = new LinkedHashSet<>();
        trees.forEach((name, tree) -> {
            if (name.startsWith(CheckedTrees.DEFINITION)) {
                String definition = name.substring(CheckedTrees.DEFINITION.length());
                xml.append(decision(
                        definition, definitions, "<literalExpression>" + text(Feel.of(tree)) + "</literalExpression>"));
                definitions.add(definition);
            }
        });
        StringBuilder table = new StringBuilder("<decisionTable hitPolicy=\"COLLECT\" outputLabel=\"rule\"><input>")
                .append("<inputExpression><text>true</text></inputExpression></input><output name=\"rule\"/>\n");
        List<Rule> rows = new ArrayList<>(rules.rules());
        rows.forEach(rule -> table.append("<rule><inputEntry>" + text(Feel.of(trees.get(rule.id())))
                + "</inputEntry><outputEntry>" + text('"' + rule.id() + '"') + "</outputEntry></rule>\n"));
        xml.append(decision(
                "matched", definitions, table.append("</decisionTable>").toString()));
        return xml.append("</definitions>").toString();
    }

    private static String decision(String name, Set<String> definitions, String logic) {
        StringBuilder xml = new StringBuilder(
                "<decision id=\"d_" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"/>");
        GROUPS.forEach(group -> xml.append(
                "<informationRequirement><requiredInput href=\"#i_" + group + "\"/></informationRequirement>"));
        definitions.forEach(definition -> xml.append(
                "<informationRequirement><requiredDecision href=\"#d_" + definition + "\"/></informationRequirement>"));
        return xml.append(logic).append("</decision>\n").toString();
    }

    private static String text(String feel) {
        return "<text>" + feel.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</text>";
    }
}
