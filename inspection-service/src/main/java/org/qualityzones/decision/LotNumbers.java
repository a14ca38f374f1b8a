package org.qualityzones.decision;

import java.text.Normalizer;
import java.util.Locale;

/** Lot numbers as they are compared: two spellings of one lot are one lot. */
public final class LotNumbers {

    private LotNumbers() {}

    /**
     * Folds case, width (full-width forms of East Asian keyboards), spaces and punctuation: {@code "l-2026 / 118"} becomes
     * {@code "L2026118"}. Null, or nothing but punctuation, becomes the empty text.
     */
    public static String normalise(String lotNo) {
        if (lotNo == null) {
            return "";
        }
        String folded = Normalizer.normalize(lotNo, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return folded.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
