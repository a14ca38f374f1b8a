package org.qualityzones.enterpriseimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.json.JsonProblems;

/** Makes a row of JSON a valid enterprise, or says what is wrong with it. */
@ApplicationScoped
class RowChecks {
    private final ObjectMapper json;
    private final Validator validator;

    RowChecks(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    ImportedEnterprise enterprise(JsonNode row) {
        ImportedEnterprise enterprise = read(row);
        List<ConstraintViolation<ImportedEnterprise>> found = validator.validate(enterprise).stream()
                .sorted(Comparator.comparing(RowChecks::pointer))
                .toList();
        if (!found.isEmpty()) {
            Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, "The row is not valid");
            found.forEach(violation -> problem.at(pointer(violation), code(violation), violation.getMessage()));
            throw problem;
        }
        return enterprise;
    }

    private ImportedEnterprise read(JsonNode row) {
        if (!row.isObject()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "A row is a JSON object");
        }
        try {
            return json.treeToValue(row, ImportedEnterprise.class);
        } catch (JsonProcessingException unfit) {
            throw JsonProblems.find(unfit).orElseThrow(() -> new IllegalStateException(unfit));
        }
    }

    private static String pointer(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return "/"
                + path.replaceAll("\\.<[^>]*>", "")
                        .replaceAll("\\[(\\d+)]", ".$1")
                        .replace('.', '/');
    }

    private static String code(ConstraintViolation<?> violation) {
        String told = violation.unwrap(HibernateConstraintViolation.class).getDynamicPayload(String.class)
                        instanceof String payload
                ? payload
                : violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return told.equals("NotNull")
                ? "required"
                : told.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
