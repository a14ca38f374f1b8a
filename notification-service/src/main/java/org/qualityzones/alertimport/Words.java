package org.qualityzones.alertimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources' free text says in the words of the API. */
final class Words {

    private static final Pattern BETWEEN_RISKS = Pattern.compile("(?i)\\s*(?:[,/;&+]|\\band\\b)\\s*");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Z]+");
    private static final Pattern BARCODE = Pattern.compile("(?<!\\d)\\d(?: ?\\d){7,13}(?!\\d)");
    private static final int MOST = 20;
    private static final int MOST_BARCODES = 50;

    private Words() {}

    /** {@code Electric shock and fire} → {@code ELECTRIC_SHOCK}, {@code FIRE}; {@code UNKNOWN} where nothing is said. */
    static List<String> riskTypes(String text) {
        List<String> types = Stream.of(text == null ? new String[0] : BETWEEN_RISKS.split(text))
                .map(word -> NOT_A_WORD.matcher(word.toUpperCase(Locale.ROOT)).replaceAll("_"))
                .map(word -> word.replaceAll("^_|_$", ""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        return types.isEmpty() ? List.of("UNKNOWN") : types;
    }

    /** Runs of 8 to 14 digits, blanks between them left out. */
    static List<String> barcodes(String text) {
        List<String> codes = new ArrayList<>();
        Matcher found = BARCODE.matcher(text == null ? "" : text);
        while (found.find() && codes.size() < MOST_BARCODES) {
            codes.add(found.group().replace(" ", ""));
        }
        return codes.stream().distinct().toList();
    }

    static List<String> listOf(String text) {
        return text == null ? List.of() : List.of(text);
    }
}
