package org.qualityzones.gateway.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Refuses request targets that gateway and service might read differently. */
final class RequestTarget {

    private RequestTarget() {}

    /** The detail key of what is wrong with the target, if anything. */
    static Optional<String> violation(String uri) {
        if (uri.isEmpty() || uri.charAt(0) != '/') {
            return Optional.of("target-form");
        }
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        String query = question < 0 ? "" : uri.substring(question + 1);
        if (!visibleAscii(path) || !visibleAscii(query)) {
            return Optional.of("target-characters");
        }
        Optional<String> encoding = encodingViolation(path).or(() -> encodingViolation(query));
        return encoding.isPresent() ? encoding : pathViolation(path);
    }

    private static boolean visibleAscii(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> encodingViolation(String part) {
        if (part.indexOf('%') < 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[part.length()];
        int length = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c != '%') {
                bytes[length++] = (byte) c;
                continue;
            }
            boolean whole = i + 2 < part.length();
            int high = whole ? Character.digit(part.charAt(i + 1), 16) : -1;
            int low = whole ? Character.digit(part.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.of("target-encoding");
            }
            bytes[length++] = (byte) (high << 4 | low);
            i += 2;
        }
        return utf8(bytes, length) ? Optional.empty() : Optional.of("target-encoding");
    }

    private static boolean utf8(byte[] bytes, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static Optional<String> pathViolation(String path) {
        int from = 1;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (segmentIsUnsafe(path, from, to, slash < 0)) {
                return Optional.of("target-path");
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    private static boolean segmentIsUnsafe(String path, int from, int to, boolean last) {
        if (from == to) {
            return !last;
        }
        boolean dots = true;
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            if (c == '%') {
                c = (char) (Character.digit(path.charAt(i + 1), 16) << 4 | Character.digit(path.charAt(i + 2), 16));
                i += 2;
                if (c == '/' || c == '\\' || c < ' ' || c == 0x7f) {
                    return true;
                }
            }
            if (c == ';') {
                return true;
            }
            dots &= c == '.';
        }
        return dots;
    }
}
