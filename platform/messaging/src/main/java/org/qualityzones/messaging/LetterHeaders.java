package org.qualityzones.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Headers of a record as JSON, byte for byte: {@code [{"name": …, "base64": …}]}. */
public final class LetterHeaders {

    private LetterHeaders() {}

    public static String json(Iterable<Header> headers) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Header header : headers) {
            String value = header.value() == null ? "" : Base64.getEncoder().encodeToString(header.value());
            all.add(Map.of("name", header.key().replace("\0", "\uFFFD"), "base64", value));
        }
        return EventJson.tree(all).toString();
    }

    public static List<Header> parse(String json) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode header : EventJson.parse(json)) {
            headers.add(new RecordHeader(
                    header.path("name").asText(),
                    Base64.getDecoder().decode(header.path("base64").asText())));
        }
        return headers;
    }
}
