package org.qualityzones.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes RFC 8785 canonical JSON straight into bytes. The caller gives the keys of an object in UTF-16 order; numbers are
 * integers within ±(2^53 − 1).
 */
public final class JsonOut {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long MAX_EXACT = (1L << 53) - 1;

    private byte[] buffer;
    private int length;
    private boolean comma;

    public JsonOut() {
        this(2048);
    }

    public JsonOut(int capacity) {
        buffer = new byte[capacity];
    }

    public byte[] bytes() {
        return Arrays.copyOf(buffer, length);
    }

    public JsonOut beginObject() {
        separate();
        put('{');
        comma = false;
        return this;
    }

    public JsonOut endObject() {
        put('}');
        comma = true;
        return this;
    }

    public JsonOut beginArray() {
        separate();
        put('[');
        comma = false;
        return this;
    }

    public JsonOut endArray() {
        put(']');
        comma = true;
        return this;
    }

    public JsonOut key(String key) {
        separate();
        quoted(key);
        put(':');
        comma = false;
        return this;
    }

    public JsonOut text(String value) {
        separate();
        if (value == null) {
            ascii("null");
        } else {
            quoted(value);
        }
        comma = true;
        return this;
    }

    public JsonOut flag(boolean value) {
        separate();
        ascii(value ? "true" : "false");
        comma = true;
        return this;
    }

    public JsonOut number(long value) {
        if (value > MAX_EXACT || value < -MAX_EXACT) {
            throw new IllegalArgumentException(value + " is not exact in every JSON reader");
        }
        separate();
        ascii(Long.toString(value));
        comma = true;
        return this;
    }

    public JsonOut number(Long value) {
        return value == null ? text(null) : number(value.longValue());
    }

    public JsonOut texts(List<String> values) {
        beginArray();
        values.forEach(this::text);
        return endArray();
    }

    /** A value of a rule or of the vocabulary: null, text, flag, integer, or a list of them. */
    public JsonOut any(Object value) {
        return switch (value) {
            case null -> text(null);
            case String text -> text(text);
            case Boolean flag -> flag(flag);
            case Long number -> number(number.longValue());
            case List<?> values -> {
                beginArray();
                values.forEach(this::any);
                yield endArray();
            }
            default -> throw new IllegalArgumentException("No JSON form of " + value.getClass());
        };
    }

    private void separate() {
        if (comma) {
            put(',');
        }
    }

    private void quoted(String text) {
        int size = text.length();
        room(size * 6 + 2);
        buffer[length++] = '"';
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c >= ' ' && c != '"' && c != '\\') {
                    buffer[length++] = (byte) c;
                } else {
                    escaped(c);
                }
            } else if (Character.isHighSurrogate(c) && i + 1 < size && Character.isLowSurrogate(text.charAt(i + 1))) {
                utf8(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                utf8(Character.isSurrogate(c) ? 0xFFFD : c);
            }
        }
        buffer[length++] = '"';
    }

    private void escaped(char c) {
        buffer[length++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[length++] = (byte) c;
            case '\b' -> buffer[length++] = 'b';
            case '\t' -> buffer[length++] = 't';
            case '\n' -> buffer[length++] = 'n';
            case '\f' -> buffer[length++] = 'f';
            case '\r' -> buffer[length++] = 'r';
            default -> {
                buffer[length++] = 'u';
                buffer[length++] = '0';
                buffer[length++] = '0';
                buffer[length++] = HEX[c >> 4];
                buffer[length++] = HEX[c & 15];
            }
        }
    }

    private void utf8(int codePoint) {
        if (codePoint < 0x800) {
            buffer[length++] = (byte) (0xC0 | codePoint >> 6);
        } else if (codePoint < 0x10000) {
            buffer[length++] = (byte) (0xE0 | codePoint >> 12);
            buffer[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        } else {
            buffer[length++] = (byte) (0xF0 | codePoint >> 18);
            buffer[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
            buffer[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        }
        buffer[length++] = (byte) (0x80 | codePoint & 0x3F);
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
    }

    private void put(char c) {
        room(1);
        buffer[length++] = (byte) c;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
