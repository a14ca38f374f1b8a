package org.qualityzones.declaration;

import java.io.IOException;
import java.io.Reader;

/** Counts the lines of a file that are not blank, without keeping any. */
final class RowCount {

    private static final int BUFFER = 1 << 16;

    private RowCount() {}

    /** @param most counting ends here */
    static long of(Reader file, long most) throws IOException {
        char[] buffer = new char[BUFFER];
        long rows = 0;
        boolean blank = true;
        for (int read = file.read(buffer); read >= 0 && rows < most; read = file.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    rows += blank ? 0 : 1;
                    blank = true;
                } else if (!Character.isWhitespace(buffer[i])) {
                    blank = false;
                }
            }
        }
        return blank ? rows : rows + 1;
    }
}
