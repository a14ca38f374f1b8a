package org.qualityzones.web.codes;

import java.util.Optional;

/** What any text of the API keeps to. */
public final class Texts {

    private Texts() {}

    /** Code of what is wrong with a text of at most so many characters (code points), if anything is. */
    public static Optional<String> violation(String text, int max) {
        if (text.isBlank()) {
            return Optional.of("blank");
        }
        if (text.codePointCount(0, text.length()) > max) {
            return Optional.of("too-long");
        }
        return hasControl(text) ? Optional.of("control-character") : Optional.empty();
    }

    /** True when the text holds a control character (U+0000–U+001F, U+007F–U+009F) or a lone surrogate. */
    public static boolean hasControl(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) || isLoneSurrogate(c));
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
