package org.qualityzones.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One JSON object read strictly, field by field; what is wrong is collected and a harmless value read instead. */
public final class Fields {

    /** Largest integer that is exact in every JSON reader. */
    public static final long MAX_INTEGER = (1L << 53) - 1;

    private static final int MAX_TEXT = 500;
    private static final int MAX_ITEMS = 1_000;

    private final JsonNode object;
    private final String pointer;
    private final List<FactError> errors;
    private final Set<String> read = new HashSet<>();

    private Fields(JsonNode object, String pointer, List<FactError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    public static Fields of(JsonNode node, String pointer, List<FactError> errors) {
        if (node.isObject()) {
            return new Fields(node, pointer, errors);
        }
        errors.add(new FactError(pointer, "type", "An object is expected"));
        return new Fields(JsonNodeFactory.instance.objectNode(), pointer, errors);
    }

    /** To be called last: every field that nothing read is an error. */
    public void close() {
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                errors.add(new FactError(at(name), "unknown-field", "There is no such fact"));
            }
        });
    }

    /** Names of all fields that are there, as written. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The field's node; null when absent or null. */
    public JsonNode node(String name) {
        read.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    public boolean isNull(String name) {
        JsonNode node = object.get(name);
        return node != null && node.isNull();
    }

    public String text(String name, Pattern pattern) {
        JsonNode node = node(name);
        return node == null ? null : text(node, at(name), pattern, MAX_TEXT);
    }

    /** A text of up to {@code max} characters that must be there; line ends are allowed. */
    public String longText(String name, int max) {
        JsonNode node = node(name);
        if (node == null || !node.isTextual() || node.textValue().isEmpty()) {
            return wrong(name, node == null ? "required" : "type", "A text is required here", "");
        }
        return node.textValue().length() > max
                ? wrong(name, "text", "At most " + max + " characters are expected", "")
                : node.textValue();
    }

    /** A text that must be there. */
    public String required(String name) {
        return required(name, (Pattern) null);
    }

    /** A text of this form that must be there. */
    public String required(String name, Pattern pattern) {
        String text = text(name, pattern);
        return text == null ? wrong(name, "required", "It is required here", "") : text;
    }

    /** A choice that must be made. */
    public <E extends Enum<E>> E required(String name, Class<E> type) {
        E choice = choice(name, type, null);
        return choice == null && node(name) == null ? wrong(name, "required", "It is required here", null) : choice;
    }

    public boolean flag(String name, boolean absent) {
        JsonNode node = node(name);
        if (node == null || node.isBoolean()) {
            return node == null ? absent : node.booleanValue();
        }
        return wrong(name, "type", "true or false is expected", absent);
    }

    /** An integer from 0; {@code absent} also for an explicit null. */
    public Long number(String name, Long absent, long max) {
        JsonNode node = node(name);
        if (node == null) {
            return absent;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            return wrong(name, "type", "An integer is expected", absent);
        }
        long value = node.longValue();
        return value < 0 || value > max ? wrong(name, "range", "0 to " + max + " is expected", absent) : value;
    }

    public long number(String name) {
        return number(name, 0L, MAX_INTEGER);
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type, E absent) {
        JsonNode node = node(name);
        return node == null ? absent : choice(node, at(name), type, absent);
    }

    public List<String> texts(String name) {
        return texts(name, null);
    }

    public List<String> texts(String name, Pattern pattern) {
        return items(name, (item, at) -> text(item, at, pattern, MAX_TEXT));
    }

    /** A field known to be there, read as an object. */
    public <T> T nested(String name, Function<Fields, T> reader) {
        Fields fields = of(node(name), at(name), errors);
        T value = reader.apply(fields);
        fields.close();
        return value;
    }

    public <T> List<T> objects(String name, Function<Fields, T> reader) {
        return items(name, (item, at) -> {
            Fields fields = of(item, at, errors);
            T value = reader.apply(fields);
            fields.close();
            return value;
        });
    }

    private <E extends Enum<E>> E choice(JsonNode node, String at, Class<E> type, E otherwise) {
        if (node.isTextual()) {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(node.textValue())) {
                    return constant;
                }
            }
        }
        errors.add(new FactError(at, "choice", "One of " + Arrays.toString(type.getEnumConstants()) + " is expected"));
        return otherwise;
    }

    public <T> T wrong(String name, String code, String detail, T instead) {
        errors.add(new FactError(at(name), code, detail));
        return instead;
    }

    /** As {@link #wrong}, of what lies below this object. @param path names and indexes, joined by slashes */
    public void wrongAt(String path, String code, String detail) {
        errors.add(new FactError(pointer + "/" + path, code, detail));
    }

    public String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private String text(JsonNode node, String at, Pattern pattern, int max) {
        String text = node.isTextual() ? node.textValue() : null;
        if (text == null) {
            errors.add(new FactError(at, "type", "A text is expected"));
            return "";
        }
        if (text.length() > max || text.codePoints().anyMatch(Fields::unwritable)) {
            errors.add(new FactError(
                    at, "text", "At most " + max + " characters without control characters are expected"));
            return "";
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            errors.add(new FactError(at, "text", "A text of the form " + pattern.pattern() + " is expected"));
            return "";
        }
        return text;
    }

    private static boolean unwritable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private <T> List<T> items(String name, BiFunction<JsonNode, String, T> reader) {
        JsonNode node = node(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            return wrong(name, "type", "A list is expected", List.of());
        }
        if (node.size() > MAX_ITEMS) {
            return wrong(name, "range", "At most " + MAX_ITEMS + " items are expected", List.of());
        }
        List<T> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(reader.apply(node.get(i), at(name) + "/" + i));
        }
        return items;
    }
}
