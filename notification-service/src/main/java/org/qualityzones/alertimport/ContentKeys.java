package org.qualityzones.alertimport;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qualityzones.web.Digests;

/** Digests of what a row says, for rows whose number cannot be relied on. */
final class ContentKeys {

    private static final String BETWEEN = "\u001f";

    private ContentKeys() {}

    static String of(FileRow row, String... columns) {
        String content = Stream.of(columns)
                .map(column -> Normalizer.normalize(row.textOr(column, ""), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(BETWEEN));
        return Digests.hex(Digests.sha256(content.getBytes(StandardCharsets.UTF_8)));
    }
}
