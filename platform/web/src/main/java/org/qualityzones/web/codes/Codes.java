package org.qualityzones.web.codes;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms of the codes that the API carries as text. */
public final class Codes {

    private static final Pattern HS = Pattern.compile("[0-9]{6}([0-9]{2}([0-9]{2})?)?");
    private static final Pattern HS_PREFIX = Pattern.compile("([0-9]{2}){1,5}");
    private static final Pattern AREA = Pattern.compile("[0-9]{6}");
    private static final Pattern ZONE = Pattern.compile("[a-z][a-z0-9-]{2,63}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,2})?");
    private static final int LAST_CHAPTER = 97;

    /** GB/T 2260 provinces, autonomous regions, municipalities and special administrative regions. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Codes() {}

    /** Code of what is wrong with an HS code; its words hint that a leading zero may be missing. */
    public static Optional<String> hsViolation(String text) {
        return HS.matcher(text).matches() && isChapter(text) ? Optional.empty() : Optional.of("hs-code");
    }

    /** True for the beginning of an HS code: an even number of digits from 2 to 10. */
    public static boolean isHsPrefix(String text) {
        return HS_PREFIX.matcher(text).matches() && isChapter(text);
    }

    /** True for an officially assigned element of ISO 3166-1 alpha-2; user-assigned ones such as XK are none. */
    public static boolean isCountry(String text) {
        return COUNTRIES.contains(text);
    }

    /** True for six digits whose first two are a province of GB/T 2260. */
    public static boolean isArea(String text) {
        return AREA.matcher(text).matches() && PROVINCES.contains(text.substring(0, 2));
    }

    /** True for a currency of ISO 4217 that the Java platform knows. */
    public static boolean isCurrency(String text) {
        return CURRENCIES.contains(text);
    }

    public static boolean isZone(String text) {
        return ZONE.matcher(text).matches();
    }

    public static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    private static boolean isChapter(String hs) {
        int chapter = Integer.parseInt(hs, 0, 2, 10);
        return chapter >= 1 && chapter <= LAST_CHAPTER;
    }
}
