package org.qualityzones.enterprise;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the search of the list compares: names and code folded to one text (compatibility form, lower case, letters and
 * digits only, fields apart by {@code |}), and its grams of two characters for the index.
 */
final class SearchText {
    private static final char APART = '|';

    private SearchText() {}

    static String of(String... fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            if (field != null) {
                text.append(APART).append(folded(field));
            }
        }
        return text.append(APART).toString();
    }

    static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    static String[] grams(String text) {
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            if (text.charAt(i) != APART && text.charAt(i + 1) != APART) {
                grams.add(text.substring(i, i + 2));
            }
        }
        return grams.toArray(String[]::new);
    }
}
