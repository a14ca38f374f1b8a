package org.qualityzones.web.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.CharConversionException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qualityzones.web.CommonProblem;
import org.qualityzones.web.Problem;

/** What a JSON reader refuses, as a problem that names the place and nothing of our classes. */
public final class JsonProblems {

    private static final int LONGEST_CHAIN = 10;

    private JsonProblems() {}

    /** The problem for a failure that input caused; empty when it is ours. */
    public static Optional<Problem> find(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < LONGEST_CHAIN; i++, cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
            if (cause instanceof CharConversionException) {
                return Optional.of(malformed("The body is not UTF-8"));
            }
            if (cause instanceof JsonProcessingException refused) {
                return isOurs(refused) ? Optional.empty() : Optional.of(of(refused));
            }
        }
        return Optional.empty();
    }

    /** A wrong mapping of ours, or a failure inside a value that no argument explains. */
    private static boolean isOurs(JsonProcessingException refused) {
        return refused instanceof InvalidDefinitionException
                || refused instanceof ValueInstantiationException value
                        && !(value.getCause() instanceof Problem
                                || value.getCause() instanceof IllegalArgumentException
                                || value.getCause() instanceof NullPointerException
                                || value.getCause() instanceof DateTimeException);
    }

    private static Problem of(JsonProcessingException refused) {
        return switch (refused) {
            case StreamConstraintsException _ ->
                at("", "too-complex", "The body is nested deeper than 32 levels or holds an overlong token");
            case UnrecognizedPropertyException unknown ->
                at(pointer(unknown.getPath()), "unknown-field", "is not a field of this object");
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case InputCoercionException range -> at("", "type", expectation(range.getTargetType()));
            case JsonMappingException mapping -> mapping(mapping);
            default -> syntax(refused);
        };
    }

    private static Problem mapping(JsonMappingException mapping) {
        return switch (mapping.getCause()) {
            case Problem problem -> problem;
            case InputCoercionException range ->
                at(pointer(mapping.getPath()), "type", expectation(range.getTargetType()));
            case JsonProcessingException cause -> of(cause);
            case null, default -> at(pointer(mapping.getPath()), "invalid", "is not valid");
        };
    }

    private static Problem mismatch(MismatchedInputException mismatch) {
        String message = mismatch.getOriginalMessage();
        if (message.startsWith("Trailing token")) {
            return malformed("The body goes on after its JSON value" + place(mismatch.getLocation()));
        }
        if (message.startsWith("No content to map")) {
            return at("", "required", "The operation needs a JSON body");
        }
        if (message.startsWith("Cannot map `null`") || message.startsWith("Missing required creator")) {
            return at(pointer(mismatch.getPath()), "required", "must not be null");
        }
        Class<?> target = mismatch.getTargetType();
        return at(pointer(mismatch.getPath()), Expectations.code(target), expectation(target));
    }

    private static Problem syntax(JsonProcessingException refused) {
        String message = refused.getOriginalMessage();
        String where = place(refused.getLocation());
        if (message.startsWith("Duplicate field")) {
            return Problem.of(CommonProblem.INVALID_REQUEST, "The body names a field twice" + where)
                    .at("", "duplicate-field", message + where);
        }
        return malformed(
                (refused instanceof JsonEOFException ? "The body ends too early" : "The body is no JSON") + where);
    }

    private static String expectation(Class<?> target) {
        return "must be " + Expectations.of(target);
    }

    private static Problem malformed(String detail) {
        return at("", "malformed-json", detail);
    }

    private static Problem at(String pointer, String code, String detail) {
        String summary = pointer.isEmpty() ? detail : pointer + ' ' + detail;
        return Problem.of(CommonProblem.INVALID_REQUEST, summary).at(pointer, code, detail);
    }

    private static String place(JsonLocation location) {
        return location == null
                ? ""
                : String.format(Locale.ROOT, " (line %d, column %d)", location.getLineNr(), location.getColumnNr());
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
