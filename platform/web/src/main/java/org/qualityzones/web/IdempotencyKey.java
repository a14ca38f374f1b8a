package org.qualityzones.web;

import java.util.regex.Pattern;

/** The {@code Idempotency-Key} header: 1–255 visible characters, bare or as a quoted structured-field string. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*)\"");

    private IdempotencyKey() {}

    /** The key without quotes and escapes; 400 when it is absent or has another form. */
    static String parse(String header) {
        if (header == null) {
            throw Problems.invalidParameter(
                            HEADER, "required", "Send an Idempotency-Key of 1 to 255 visible characters")
                    .localized("idempotency-key.missing");
        }
        String key = unquote(header.strip());
        if (!VISIBLE.matcher(key).matches()) {
            throw Problems.invalidParameter(
                    HEADER, "idempotency-key", "An Idempotency-Key has 1 to 255 visible characters");
        }
        return key;
    }

    private static String unquote(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        var quoted = QUOTED.matcher(text);
        return quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : "";
    }
}
