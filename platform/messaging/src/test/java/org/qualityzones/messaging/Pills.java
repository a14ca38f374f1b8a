package org.qualityzones.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Records that no consumer can take in, each with the reason it has to be parked for. */
enum Pills {
    NO_KEY("missing-key", good -> good.key(null)),
    EMPTY_KEY("missing-key", good -> good.key("")),
    KEY_NOT_UTF_8("bad-key", good -> good.key("caf\uFFFD")),
    KEY_WITH_NUL("bad-key", good -> good.key("a\0b")),
    LONG_KEY("bad-key", good -> good.key("k".repeat(256))),
    NO_VALUE("missing-data", good -> good.value((byte[]) null)),
    EMPTY_VALUE("bad-shape", good -> good.value("")),
    BAD_JSON("bad-json", good -> good.value("{\"state\":")),
    TRAILING_JSON("bad-json", good -> good.value(Records.data(1) + "}")),
    NOT_AN_OBJECT("bad-shape", good -> good.value("[1]")),
    NO_STATE("bad-shape", good -> good.value("{\"version\":1}")),
    NOT_UTF_8("bad-utf-8", good -> good.value(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'})),
    OVERLONG_UTF_8("bad-utf-8", good -> good.value(new byte[] {(byte) 0xC0, (byte) 0x80})),
    TWO_MEGABYTES("too-large", good -> good.value("[\"" + "x".repeat(2 * 1024 * 1024) + "\"]")),
    DEEP("bad-json", good -> good.value("[".repeat(100_000))),
    NO_ID("missing-header", good -> good.without(CloudEvents.ID)),
    NO_TYPE("missing-header", good -> good.without(CloudEvents.TYPE)),
    NO_SUBJECT("missing-header", good -> good.without(CloudEvents.SUBJECT)),
    NO_SEQUENCE("missing-header", good -> good.without(CloudEvents.SEQUENCE)),
    FOREIGN_TYPE("bad-type", good -> good.header(CloudEvents.TYPE, "com.example.thing")),
    FUTURE_VERSION("future-version", good -> good.header(CloudEvents.TYPE, v2(good))),
    OTHER_SUBJECT("wrong-key", good -> good.header(CloudEvents.SUBJECT, "somebody-else")),
    VERSION_NO_NUMBER("bad-version", good -> good.header(CloudEvents.SEQUENCE, "one")),
    VERSION_OVERFLOWS("bad-version", good -> good.header(CloudEvents.SEQUENCE, "99999999999999999999")),
    VERSION_ZERO("bad-version", good -> good.header(CloudEvents.SEQUENCE, "0")),
    VERSIONS_DIFFER("wrong-version", good -> good.header(CloudEvents.SEQUENCE, "2")),
    ID_WITH_CONTROLS("bad-header", good -> good.header(CloudEvents.ID, "a\0b")),
    BAD_TIME("bad-time", good -> good.value(Records.data(1).replace("08:30:01Z", "yesterday")));

    final String reason;
    private final Function<Records, Records> spoil;

    Pills(String reason, Function<Records, Records> spoil) {
        this.reason = reason;
        this.spoil = spoil;
    }

    Records of(Records good) {
        return spoil.apply(good);
    }

    static List<Pills> all() {
        return Stream.of(values()).toList();
    }

    private static String v2(Records good) {
        return new String(good.headers().get(CloudEvents.TYPE), UTF_8).replace(".v1", ".v2");
    }
}
