package org.qualityzones.alertimport;

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
import org.qualityzones.alert.AlertCommands;
import org.qualityzones.alert.NewAlert;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.json.JsonProblems;

/** Makes a row of JSON a valid alert, or says what is wrong with it. */
@ApplicationScoped
class LineChecks {
    private final ObjectMapper json;
    private final Validator validator;

    LineChecks(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    NewAlert alert(JsonNode row) {
        AlertCommands.Record alert = read(row);
        List<ConstraintViolation<AlertCommands.Record>> found = validator.validate(alert).stream()
                .sorted(Comparator.comparing(LineChecks::pointer))
                .toList();
        if (!found.isEmpty()) {
            Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, "The row is not valid");
            found.forEach(violation -> problem.at(pointer(violation), code(violation), violation.getMessage()));
            throw problem;
        }
        return alert.alert();
    }

    private AlertCommands.Record read(JsonNode row) {
        if (!row.isObject()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "A row is a JSON object");
        }
        try {
            return json.treeToValue(row, AlertCommands.Record.class);
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
