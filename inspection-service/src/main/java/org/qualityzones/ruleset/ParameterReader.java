package org.qualityzones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.qualityzones.facts.Fields;

/** Reads one parameter. */
final class ParameterReader {

    static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,63}");
    private static final Pattern SHARE = Pattern.compile("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?");

    private ParameterReader() {}

    static Parameter read(Fields parameter) {
        String id = parameter.required("id", NAME);
        Title title = Entries.title(parameter);
        String unit = parameter.required("unit");
        Object value = unit.equals(Parameter.SHARE) ? share(parameter) : value(parameter);
        return new Parameter(id, title, text(parameter), value, unit, Entries.citations(parameter));
    }

    private static String text(Fields parameter) {
        JsonNode value = parameter.node("value");
        return value == null ? "" : value.asText();
    }

    private static Long share(Fields parameter) {
        String text = parameter.required("value", SHARE);
        return text.isEmpty() ? 0L : new BigDecimal(text).movePointRight(6).longValueExact();
    }

    private static Object value(Fields parameter) {
        JsonNode value = parameter.node("value");
        if (value != null && value.isBoolean()) {
            return value.booleanValue();
        }
        return value != null && value.isTextual()
                ? parameter.required("value")
                : parameter.number("value", 0L, Fields.MAX_INTEGER);
    }
}
