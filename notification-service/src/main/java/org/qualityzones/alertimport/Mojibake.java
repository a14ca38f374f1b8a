package org.qualityzones.alertimport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text in UTF-8 that someone read as Mac Roman, such as {@code ‚Äô} for {@code ’}. */
final class Mojibake {

    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7F]+");
    private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");

    private Mojibake() {}

    /** The text put right; runs that are no such damage stay as they are. */
    static String repair(String text) {
        return BEYOND_ASCII.matcher(text).replaceAll(run -> java.util.regex.Matcher.quoteReplacement(run(run.group())));
    }

    private static String run(String run) {
        try {
            ByteBuffer bytes = MAC_ROMAN.newEncoder().encode(CharBuffer.wrap(run));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException sound) {
            return run;
        }
    }
}
