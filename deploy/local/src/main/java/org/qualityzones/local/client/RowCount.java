package org.qualityzones.local.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many rows a file has, without reading them: what a progress bar is measured by. */
final class RowCount {

    private RowCount() {}

    /** Rows of a table below its header; a line break within quotes ends none. */
    static long ofTable(Path file) {
        return Math.max(0, count(file, true) - 1);
    }

    static long ofLines(Path file) {
        return count(file, false);
    }

    /** Lines that hold something. */
    private static long count(Path file, boolean quotes) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long rows = 0;
            boolean quoted = false;
            boolean something = false;
            for (int read = in.read(); read >= 0; read = in.read()) {
                quoted ^= quotes && read == '"';
                if ((read == '\n' || read == '\r') && !quoted) {
                    rows += something ? 1 : 0;
                    something = false;
                } else {
                    something |= !Character.isWhitespace(read);
                }
            }
            return rows + (something ? 1 : 0);
        } catch (IOException e) {
            throw new SuiteException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
