package org.qualityzones.local.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file must be to be sent. */
public final class DataFile {

    private DataFile() {}

    /** Fails, saying why, unless the file exists, can be read and holds something. */
    public static void require(Path path) {
        if (!Files.exists(path)) {
            throw new SuiteException("There is no file " + path.toAbsolutePath());
        }
        if (!Files.isRegularFile(path)) {
            throw new SuiteException(path + " is not a file");
        }
        if (!Files.isReadable(path)) {
            throw new SuiteException(path + " may not be read by you");
        }
        if (size(path) == 0) {
            throw new SuiteException(path + " is empty");
        }
    }

    public static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new SuiteException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
