package org.qualityzones.web.http;

import java.util.List;
import java.util.Locale;

/** Which of our languages a client prefers. */
public final class Languages {

    private static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.CHINESE);

    private Languages() {}

    /** English unless the {@code Accept-Language} header prefers Chinese. */
    public static Locale of(String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), OURS);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException _) {
            return Locale.ENGLISH;
        }
    }
}
