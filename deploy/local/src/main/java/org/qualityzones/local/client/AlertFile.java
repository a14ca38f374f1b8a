package org.qualityzones.local.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of alerts on this machine, of a known format.
 *
 * @param path what exists, can be read and is not empty
 */
public record AlertFile(Path path, AlertFormat format) {

    private static final int FIRST_LINE = 10_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Looks at the file before anything is done with it.
     *
     * @param format null where the file's first line is to tell
     * @throws SuiteException what is wrong with it and what to do
     */
    public static AlertFile at(Path path, AlertFormat format) {
        DataFile.require(path);
        String first = firstLine(path);
        if (format == null) {
            Optional<AlertFormat> told = AlertFormat.of(first);
            return new AlertFile(
                    path,
                    told.orElseThrow(() -> new SuiteException("The first line of " + path
                            + " is that of no known format; say which it is: --format " + AlertFormat.names())));
        }
        if (!format.fits(first)) {
            throw new SuiteException(path + " is not of the format " + format
                    + AlertFormat.of(first)
                            .map(other -> ": its first line is that of " + other + " (--format " + other + ")")
                            .orElse("; there are " + AlertFormat.names()));
        }
        return new AlertFile(path, format);
    }

    /** Its text; bytes that are no UTF-8 are read as the replacement character. */
    public static BufferedReader text(Path path) throws IOException {
        Reader reader = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8);
        BufferedReader text = new BufferedReader(reader);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK.charAt(0)) {
            text.reset();
        }
        return text;
    }

    private static String firstLine(Path path) {
        try (BufferedReader text = text(path)) {
            char[] begin = new char[FIRST_LINE];
            int length = text.read(begin);
            String read = length < 0 ? "" : new String(begin, 0, length).stripLeading();
            return read.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new SuiteException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
