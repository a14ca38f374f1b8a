package org.qualityzones.web.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;
import org.qualityzones.web.http.Violations;
import org.qualityzones.web.json.JsonProblems;

/** Makes a row of JSON a valid record, or says what is wrong with it as a request's body would be told. */
@ApplicationScoped
public class RowChecks {
    private final ObjectMapper json;
    private final Validator validator;

    RowChecks(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The row as this type, with every constraint met.
     *
     * @throws Problem with each field that is wrong
     */
    public <T> T valid(JsonNode row, Class<T> type) {
        T read = read(row, type);
        Set<ConstraintViolation<T>> found = validator.validate(read);
        if (found.isEmpty()) {
            return read;
        }
        throw Violations.refusal(new ConstraintViolationException(found)).orElseThrow();
    }

    private <T> T read(JsonNode row, Class<T> type) {
        if (!row.isObject()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "A row is a JSON object");
        }
        try {
            return json.treeToValue(row, type);
        } catch (JsonProcessingException unfit) {
            throw JsonProblems.find(unfit).orElseThrow(() -> new IllegalStateException(unfit));
        }
    }
}
