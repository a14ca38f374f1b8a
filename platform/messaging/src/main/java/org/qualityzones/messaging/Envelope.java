package org.qualityzones.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads Kafka records as events and says of bad ones why; nothing of their data gets into a reason. */
final class Envelope {

    private static final int MAX_HEADER_BYTES = 1_024;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern TYPE = Pattern.compile("(org\\.qualityzones(?:\\.[a-z0-9-]+)+)\\.v([1-9][0-9]{0,3})");

    private final int maxBytes;

    Envelope(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Whether a consumer of these types (empty: any in version 1) takes this record in.
     *
     * @throws PoisonedEvent if the record has no key or no type, or its type is a later version of one that is taken in
     */
    boolean isWanted(ConsumerRecord<String, byte[]> record, Set<String> types) {
        requireKey(record);
        String type = header(record, CloudEvents.TYPE);
        Matcher form = TYPE.matcher(type);
        if (!form.matches()) {
            throw new PoisonedEvent("bad-type", "the type is none of ours");
        }
        boolean later = !"1".equals(form.group(2));
        if (types.isEmpty() ? !later : types.contains(type)) {
            return true;
        }
        if (later && (types.isEmpty() || types.contains(form.group(1) + ".v1"))) {
            throw new PoisonedEvent("future-version", "a later version of a type that is known");
        }
        return false;
    }

    /** @throws PoisonedEvent with the reason if the record is not a whole event */
    Event read(ConsumerRecord<String, byte[]> record) {
        String key = requireKey(record);
        String id = header(record, CloudEvents.ID);
        String type = header(record, CloudEvents.TYPE);
        if (!key.equals(subject(record))) {
            throw new PoisonedEvent("wrong-key", "key and subject differ");
        }
        long version = number(header(record, CloudEvents.SEQUENCE));
        JsonNode data = EventJson.parse(text(record.value()));
        if (!data.isObject() || !data.path("state").isObject()) {
            throw new PoisonedEvent("bad-shape", "the data has no state");
        }
        if (!data.path("version").isIntegralNumber() || data.path("version").longValue() != version) {
            throw new PoisonedEvent("wrong-version", "the version of header and data differ");
        }
        return new Event(
                id,
                type,
                record.topic(),
                key,
                version,
                instant(data.path("validFrom")),
                instant(data.path("recordedAt")),
                optionalHeader(record, CloudEvents.REQUEST_ID),
                Correlation.traceparent(record),
                data.path("change"),
                data.path("state"));
    }

    /** Header as printable text, null when absent or not printable. */
    static String optionalHeader(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null || header.value().length > MAX_HEADER_BYTES) {
            return null;
        }
        String value = new String(header.value(), UTF_8);
        return PRINTABLE.matcher(value).matches() ? value : null;
    }

    /** The version of the header, null when there is none that can be read. */
    static Long optionalVersion(ConsumerRecord<String, byte[]> record) {
        String version = optionalHeader(record, CloudEvents.SEQUENCE);
        try {
            return version == null ? null : Long.valueOf(number(version));
        } catch (PoisonedEvent e) {
            return null;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        if (record.headers().lastHeader(name) == null) {
            throw new PoisonedEvent("missing-header", "no header " + name);
        }
        String value = optionalHeader(record, name);
        if (value == null) {
            throw new PoisonedEvent("bad-header", "header " + name + " is not printable text");
        }
        return value;
    }

    private static String subject(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader(CloudEvents.SUBJECT);
        if (header == null || header.value() == null) {
            throw new PoisonedEvent("missing-header", "no header " + CloudEvents.SUBJECT);
        }
        return new String(header.value(), UTF_8);
    }

    private static String requireKey(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        if (key == null || key.isEmpty()) {
            throw new PoisonedEvent("missing-key", "the record has no key");
        }
        if (key.length() > 255 || key.indexOf('\uFFFD') >= 0 || key.chars().anyMatch(Character::isISOControl)) {
            throw new PoisonedEvent("bad-key", "the key is not text of at most 255 characters");
        }
        return key;
    }

    private String text(byte[] value) {
        if (value == null) {
            throw new PoisonedEvent("missing-data", "the record has no value");
        }
        if (value.length > maxBytes) {
            throw new PoisonedEvent("too-large", "%d bytes, at most %d".formatted(value.length, maxBytes));
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            throw new PoisonedEvent("bad-utf-8", "the value is not UTF-8");
        }
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new PoisonedEvent("bad-version", "the version is no number of 64 bits");
        }
        throw new PoisonedEvent("bad-version", "the version is below 1");
    }

    private static Instant instant(JsonNode node) {
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeException e) {
            throw new PoisonedEvent("bad-time", "validFrom or recordedAt is no instant");
        }
    }
}
