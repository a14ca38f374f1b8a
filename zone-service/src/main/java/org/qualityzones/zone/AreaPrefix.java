package org.qualityzones.zone;

/** GB/T 2260 codes as areas: a code that ends in {@code 00} stands for everything below it. */
public final class AreaPrefix {
    private AreaPrefix() {}

    /** The digits every place inside {@code area} begins with: {@code 330200} gives {@code 3302}. */
    public static String of(String area) {
        if (area.endsWith("0000")) {
            return area.substring(0, 2);
        }
        return area.length() == 6 && area.endsWith("00") ? area.substring(0, 4) : area;
    }

    /** Whether {@code place} lies in {@code area}. */
    public static boolean contains(String area, String place) {
        return place.startsWith(of(area));
    }
}
