package org.qualityzones.web.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qualityzones.web.Instants;
import org.qualityzones.web.Problems;

/** Query and header parameters that are no text: a wrong one is a 400 that names it, not a 404. */
@Provider
class ParameterConverters implements ParamConverterProvider {

    private static final int LAST_YEAR = 9999;

    private static final Map<Class<?>, Form<?>> FORMS = Map.of(
            Instant.class,
            new Form<>("instant", "an RFC 3339 instant such as 2026-11-21T08:30:00Z", text -> Instants.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException(text))),
            LocalDate.class,
            new Form<>("date", "a date such as 2026-11-21", ParameterConverters::date),
            UUID.class,
            new Form<>("uuid", "a UUID", UUID::fromString),
            Integer.class,
            new Form<>("integer", "a whole number", Integer::valueOf),
            Long.class,
            new Form<>("integer", "a whole number", Long::valueOf),
            Boolean.class,
            new Form<>("boolean", "true or false", ParameterConverters::bool));

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

    @Override
    @SuppressWarnings("unchecked") // the form is looked up by the type it makes
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = name(annotations);
        Form<T> form = (Form<T>) (type.isEnum() ? enumForm(type) : FORMS.get(BOXES.getOrDefault(type, type)));
        return name == null || form == null ? null : new Named<>(name, form);
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations == null ? new Annotation[0] : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
        }
        return null;
    }

    private static <T> Form<T> enumForm(Class<T> type) {
        Map<String, T> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        String names =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        return new Form<>("unknown-value", "one of " + names, text -> {
            if (!constants.containsKey(text)) {
                throw new IllegalArgumentException(text);
            }
            return constants.get(text);
        });
    }

    /** Of four digits for the year, as in bodies: others reach no column. */
    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(text);
        }
        return date;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** How a type is written, and what it is called when it is not. */
    private record Form<T>(String code, String expectation, Function<String, T> parser) {}

    private record Named<T>(String name, Form<T> form) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return form.parser().apply(text);
            } catch (IllegalArgumentException | DateTimeException _) {
                throw new BadRequestException(
                        Problems.invalidParameter(name, form.code(), name + " must be " + form.expectation()));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
