package org.qualityzones.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** A file of {@code KEY=value} lines that its owner alone may read, and that a shell can source. */
record EnvFile(Path path) {

    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_./:,@+=-]*");

    /** The values of the file, in its order; none when there is no file. */
    SequencedMap<String, String> read() {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        if (!Files.exists(path)) {
            return values;
        }
        try {
            for (String line : Files.readAllLines(path)) {
                int sign = line.indexOf('=');
                if (sign > 0 && !line.startsWith("#")) {
                    values.put(line.substring(0, sign), line.substring(sign + 1));
                }
            }
        } catch (IOException e) {
            throw new LocalException("Cannot read " + path + ": " + e.getMessage(), e);
        }
        return values;
    }

    /** Replaces the file in one step. */
    void write(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> {
            if (!KEY.matcher(key).matches() || !VALUE.matcher(value).matches()) {
                throw new LocalException("Not a value a shell can source: " + key + "=" + value);
            }
            text.append(key).append('=').append(value).append('\n');
        });
        try {
            Files.createDirectories(path.getParent());
            Path partial = Files.createTempFile(
                    path.getParent(),
                    path.getFileName().toString(),
                    ".partial",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(partial, text);
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalException("Cannot write " + path + ": " + e.getMessage(), e);
        }
    }
}
