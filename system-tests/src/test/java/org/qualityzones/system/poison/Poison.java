package org.qualityzones.system.poison;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Ways in which a record about an enterprise cannot be taken in. */
public enum Poison {
    CUT_OFF("bad-json", draft -> draft.value("{\"change\":")),
    NESTED_TOO_DEEP("bad-json", draft -> draft.value("[".repeat(5_000))),
    EMPTY("bad-shape", draft -> draft.value("")),
    NO_OBJECT("bad-shape", draft -> draft.value("[1, 2]")),
    NO_STATE("bad-shape", draft -> draft.change("state", "estate")),
    NO_VALUE("missing-data", draft -> draft.value((byte[]) null)),
    NO_UTF_8("bad-utf-8", draft -> draft.value(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'})),
    TOO_LARGE("too-large", draft -> draft.change("{}", "{\"a\":\"" + "a".repeat(2_000_000) + "\"}")),
    NO_TIME("bad-time", draft -> draft.change("2026-11-20T00:00:00Z", "yesterday")),
    OTHER_VERSION_IN_DATA("wrong-version", draft -> draft.change("\"version\":9", "\"version\":8")),
    NO_KEY("missing-key", draft -> draft.withoutKey()),
    KEY_NO_TEXT("bad-key", draft -> draft.appendToKey(new byte[] {(byte) 0xc3, (byte) 0x28})),
    KEY_TOO_LONG("bad-key", draft -> draft.appendToKey("9".repeat(300).getBytes(StandardCharsets.UTF_8))),
    KEY_OF_ANOTHER("wrong-key", draft -> draft.header("ce_subject", "another")),
    NO_ID("missing-header", draft -> draft.without("ce_id")),
    ID_NO_TEXT("bad-header", draft -> draft.header("ce_id", "two\nlines")),
    NO_TYPE("missing-header", draft -> draft.without("ce_type")),
    TYPE_OF_OTHERS("bad-type", draft -> draft.header("ce_type", "com.example.happened")),
    TYPE_OF_THE_FUTURE("future-version", draft -> draft.header("ce_type", "org.qualityzones.enterprise.amended.v2")),
    VERSION_NO_NUMBER("bad-version", draft -> draft.header("ce_sequence", "nine")),
    VERSION_OVERFLOWS("bad-version", draft -> draft.header("ce_sequence", "99999999999999999999")),
    VERSION_ZERO("bad-version", draft -> draft.header("ce_sequence", "0"));

    private final String reason;
    private final Consumer<Draft> spoil;

    Poison(String reason, Consumer<Draft> spoil) {
        this.reason = reason;
        this.spoil = spoil;
    }

    /** The reason code of its letter. */
    public String reason() {
        return reason;
    }

    /** Whether the record has the key of the enterprise. */
    public boolean hasKey() {
        return this != NO_KEY && this != KEY_NO_TEXT && this != KEY_TOO_LONG;
    }

    /** Such a record. @param uscc the enterprise that it is about */
    public ProducerRecord<byte[], byte[]> record(String topic, String uscc) {
        Draft draft = new Draft(uscc);
        spoil.accept(draft);
        return draft.record(topic);
    }
}
