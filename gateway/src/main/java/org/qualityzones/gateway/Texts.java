package org.qualityzones.gateway;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;

/** What the gateway says to people, in each language. */
public final class Texts {

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            BUNDLES.put(
                    language,
                    ResourceBundle.getBundle(
                            "messages.gateway",
                            language.locale(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
    }

    private Texts() {}

    /** The text of a key with its arguments filled in. */
    public static String of(Language language, String key, Object... arguments) {
        String text = BUNDLES.get(language).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, language.locale()).format(arguments);
    }

    /** Whether there is a text of this key. */
    public static boolean has(String key) {
        return BUNDLES.get(Language.EN).containsKey(key);
    }
}
