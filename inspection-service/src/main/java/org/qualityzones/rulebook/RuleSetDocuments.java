package org.qualityzones.rulebook;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qualityzones.ruleset.InvalidRuleSet;
import org.qualityzones.ruleset.RuleSet;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** Reads the documents that clients send: first by the published schema, then with all their expressions. */
final class RuleSetDocuments {

    private static final String SCHEMA_FILE = "/rulesets/rule-set.schema.json";
    private static final int MOST_ERRORS = 100;
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                    text(SCHEMA_FILE),
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .build());

    private RuleSetDocuments() {}

    /** @throws Problem 400 that names every fault by pointer, and by line and column within an expression */
    static RuleSet read(byte[] json) {
        Set<ValidationMessage> faults = SCHEMA.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON);
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        try {
            return RuleSet.parse(json);
        } catch (InvalidRuleSet invalid) {
            throw refused(invalid);
        }
    }

    /** A file of the rule sets' folder as it is shipped. */
    static String text(String file) {
        try (InputStream in = RuleSetDocuments.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not shipped");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Problem refused(Set<ValidationMessage> faults) {
        Problem problem =
                Problem.of(CommonProblem.INVALID_REQUEST, "The document does not follow the schema of rule sets");
        faults.stream()
                .limit(MOST_ERRORS)
                .forEach(fault ->
                        problem.at(fault.getInstanceLocation().toString(), kebab(fault.getType()), fault.getMessage()));
        return problem;
    }

    private static Problem refused(InvalidRuleSet invalid) {
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, "The document cannot be used as a rule set");
        List<InvalidRuleSet.Finding> findings =
                invalid.findings().stream().limit(MOST_ERRORS).toList();
        findings.forEach(
                finding -> problem.at(finding.pointer(), finding.code(), finding.detail() + position(finding)));
        return problem.with("findings", findings);
    }

    private static String position(InvalidRuleSet.Finding finding) {
        return finding.line() == 0 ? "" : " (line " + finding.line() + ", column " + finding.column() + ")";
    }

    private static String kebab(String keyword) {
        return keyword.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
