package org.qualityzones.local.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Forms in which sources of alerts publish, as {@code POST /api/v1/alerts/imports?format=} names them. */
public enum AlertFormat {
    RAPEX_WEEKLY("text/csv", "descript_category"),
    SAFETY_GATE("text/csv", "alert_number"),
    CPSC("text/csv", "Recall Number"),
    NDJSON("application/x-ndjson", "{");

    private final String contentType;
    private final String sign;

    AlertFormat(String contentType, String sign) {
        this.contentType = contentType;
        this.sign = sign;
    }

    /** The format of that name, in whatever case. */
    public static AlertFormat named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(format -> format.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new SuiteException("No such format: " + name + "; there are " + names()));
    }

    public static String names() {
        return String.join(", ", Arrays.stream(values()).map(Enum::name).toList());
    }

    /** The format that a file with this first line has, where the line tells. */
    public static Optional<AlertFormat> of(String firstLine) {
        return Arrays.stream(values()).filter(format -> format.fits(firstLine)).findFirst();
    }

    /** Whether a file that begins with this line may have the format. */
    public boolean fits(String firstLine) {
        return this == NDJSON ? firstLine.stripLeading().startsWith(sign) : firstLine.contains(sign);
    }

    public String contentType() {
        return contentType;
    }
}
