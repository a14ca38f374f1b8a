package org.qualityzones.gateway;

import java.util.Locale;

/** The languages people are answered in. */
public enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** For resource bundles and the {@code lang} attribute. */
    public Locale locale() {
        return locale;
    }

    /** The preferred one of {@code Accept-Language}; English when the header is absent or names neither. */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null) {
            return EN;
        }
        Language best = EN;
        double bestWeight = 0;
        for (String range : acceptLanguage.split(",")) {
            String[] parts = range.strip().split(";");
            double weight = parts.length > 1 ? weight(parts[1]) : 1;
            String tag = parts[0].strip().toLowerCase(Locale.ROOT);
            Language named = tag.equals("zh") || tag.startsWith("zh-") ? ZH : tag.startsWith("en") ? EN : null;
            if (named != null && weight > bestWeight) {
                best = named;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static double weight(String parameter) {
        String text = parameter.strip();
        try {
            return text.startsWith("q=") ? Double.parseDouble(text.substring(2)) : 1;
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
