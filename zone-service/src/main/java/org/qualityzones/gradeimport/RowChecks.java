package org.qualityzones.gradeimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.json.JsonProblems;

/** Makes a row of JSON a valid grade, or says what is wrong with it. */
@ApplicationScoped
class RowChecks {
    private final ObjectMapper json;
    private final Validator validator;

    RowChecks(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    ImportedGrade grade(JsonNode row) {
        ImportedGrade grade = read(row);
        List<ConstraintViolation<ImportedGrade>> found = validator.validate(grade).stream()
                .sorted(Comparator.comparing(RowChecks::pointer))
                .toList();
        if (found.isEmpty()) {
            return grade.consistent();
        }
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, "The row is not valid");
        found.forEach(violation -> problem.at(pointer(violation), code(violation), violation.getMessage()));
        throw problem;
    }

    private ImportedGrade read(JsonNode row) {
        try {
            ImportedGrade grade = json.treeToValue(row, ImportedGrade.class);
            if (grade == null) {
                throw Problem.of(CommonProblem.INVALID_REQUEST, "A row is a JSON object");
            }
            return grade;
        } catch (JsonProcessingException unfit) {
            throw JsonProblems.find(unfit).orElseThrow(() -> new IllegalStateException(unfit));
        }
    }

    private static String pointer(ConstraintViolation<?> violation) {
        return "/"
                + violation
                        .getPropertyPath()
                        .toString()
                        .replaceAll("\\.<[^>]*>", "")
                        .replaceAll("\\[(\\d+)]", ".$1")
                        .replace('.', '/');
    }

    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.startsWith("NotNull") || name.startsWith("NotEmpty")
                ? "required"
                : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
