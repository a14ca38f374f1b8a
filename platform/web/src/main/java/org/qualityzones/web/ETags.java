package org.qualityzones.web;

import java.util.regex.Pattern;

/** Strong entity tags made of a version. */
final class ETags {

    private static final Pattern LIST =
            Pattern.compile("\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\"\\s*(?:,\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\"\\s*)*");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    private ETags() {}

    static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    static boolean isList(String header) {
        return LIST.matcher(header).matches();
    }

    /** Strong comparison: a weak tag matches nothing. */
    static boolean names(String header, String etag) {
        return SEPARATOR.splitAsStream(header.strip()).anyMatch(etag::equals);
    }
}
