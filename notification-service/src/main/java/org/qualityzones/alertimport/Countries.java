package org.qualityzones.alertimport;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by the English names that the sources use. */
final class Countries {

    private static final String UNKNOWN = "ZZ";
    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    /** ISO 3166-1 alpha-2, null where the name is none that is known. */
    static String code(String name) {
        return name == null ? null : BY_NAME.get(key(name));
    }

    /** As {@link #code}, but {@code ZZ} where nothing, several countries or an unknown name is given. */
    static String origin(String name) {
        String code = code(name);
        return code == null ? UNKNOWN : code;
    }

    private static String key(String name) {
        return name.replaceAll("[^\\p{L}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> byName() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(key(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)), code);
        }
        String[][] further = {
            {"CN", "People's Republic of China", "Peoples Republic of China", "PR China"},
            {"HK", "Hong Kong"},
            {"TR", "Turkey", "Türkiye"},
            {"CZ", "Czech Republic", "Czechia"},
            {"NL", "The Netherlands"},
            {"GB", "Great Britain", "UK"},
            {"US", "USA", "United States of America"},
            {"KR", "Korea", "Republic of Korea", "South Korea"},
            {"KP", "North Korea"},
            {"CI", "Ivory Coast", "Cote D'Ivoire"},
            {"CD", "Democratic Republic of Congo"},
            {"CG", "Congo"},
            {"RU", "Russia", "Russian Federation"},
            {"VN", "Viet Nam", "Vietnam"},
            {"CC", "Cocos (keeling) Islands"}
        };
        for (String[] names : further) {
            for (int i = 1; i < names.length; i++) {
                codes.put(key(names[i]), names[0]);
            }
        }
        return Map.copyOf(codes);
    }
}
