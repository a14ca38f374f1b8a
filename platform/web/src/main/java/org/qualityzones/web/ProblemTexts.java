package org.qualityzones.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Words of problems by language: the platform's own bundle, then {@code problems_zh.properties} at the root of the
 * service's classes; English stands in the code.
 */
final class ProblemTexts {

    private static final List<String> BUNDLES = List.of("org.qualityzones.web.problems", "problems");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    static String title(ProblemType type, Locale locale) {
        return find(type.slug() + ".title", locale).orElse(type.title());
    }

    static String detail(Problem problem, Locale locale) {
        return problem.localizedDetail()
                .flatMap(text -> find(text.key(), locale).map(pattern -> new MessageFormat(pattern, locale)
                        .format(text.arguments().toArray())))
                .orElse(problem.detail());
    }

    private static Optional<String> find(String key, Locale locale) {
        if (!Locale.CHINESE.getLanguage().equals(locale.getLanguage())) {
            return Optional.empty();
        }
        return BUNDLES.stream()
                .flatMap(name -> lookUp(name, key, locale).stream())
                .findFirst();
    }

    private static Optional<String> lookUp(String bundle, String key, Locale locale) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Optional.of(ResourceBundle.getBundle(bundle, locale, loader, NO_FALLBACK)
                    .getString(key));
        } catch (MissingResourceException _) {
            return Optional.empty();
        }
    }
}
