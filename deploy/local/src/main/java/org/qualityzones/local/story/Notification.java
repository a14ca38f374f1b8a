package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.qualityzones.local.client.AlertFile;
import org.qualityzones.local.client.AlertFormat;

/**
 * The one row from abroad that the story is about.
 *
 * @param content a file with that row alone, as it is sent to the import route
 * @param origin where it comes from, in words
 */
public record Notification(AlertFormat format, String content, String origin) {

    private static final Pattern NOTHING_SAID =
            Pattern.compile("|unknown|none|n/?a|no brand|unbranded|not known|-+", Pattern.CASE_INSENSITIVE);

    /** A row of ours; its reference and its texts say that it is none. */
    public static Notification sample() {
        return new Notification(
                AlertFormat.NDJSON,
                Stage.resource("notification.ndjson"),
                "a sample row of ours about a toy, no real notification (./run --alerts FILE takes one of a file)");
    }

    /**
     * The first toy of Chinese or unknown origin in a file, one with a brand where there is one.
     *
     * @param format null where the file's first line is to tell
     * @throws org.qualityzones.local.client.SuiteException when there is none, saying what to do
     */
    public static Notification of(Path file, AlertFormat format) {
        return new ToyRow(AlertFile.at(file, format)).find();
    }

    /** Whether a cell tells a name; sources write "Unknown" and the like. */
    static boolean says(String cell) {
        return !NOTHING_SAID.matcher(cell.strip()).matches();
    }

    static boolean says(JsonNode text) {
        return text.isTextual() && says(text.asText());
    }
}
