package org.qualityzones.alert;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Brands, models and names in the form in which they are compared: letters and digits only, without accents. */
final class MatchKeys {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BETWEEN_MODELS = Pattern.compile("[\\s,;:/()]+");
    private static final Pattern NOTHING_SAID = Pattern.compile("UNKNOWN|NONE|NA|NOBRAND|UNBRANDED|NOTKNOWN");
    private static final Pattern WITH_DIGIT = Pattern.compile(".*\\p{N}.*");
    private static final int SHORTEST_MODEL = 3;
    private static final int MOST = 40;
    private static final int LONGEST = 200;

    private MatchKeys() {}

    /** Null where nothing is said. */
    static String key(String text) {
        if (text == null) {
            return null;
        }
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        String key = OTHER.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
        String cut = key.substring(0, Math.min(key.length(), LONGEST));
        return cut.isEmpty() || NOTHING_SAID.matcher(cut).matches() ? null : cut;
    }

    /** The whole text, and each word with a digit that could be a model's name. */
    static List<String> models(String text) {
        String whole = key(text);
        if (whole == null) {
            return List.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        keys.add(whole);
        Stream.of(BETWEEN_MODELS.split(text))
                .map(MatchKeys::key)
                .filter(word -> word != null && word.length() >= SHORTEST_MODEL)
                .filter(word -> WITH_DIGIT.matcher(word).matches())
                .limit(MOST)
                .forEach(keys::add);
        return List.copyOf(keys);
    }
}
