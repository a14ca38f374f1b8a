package org.qualityzones.system.agent;

/** Seeded defects of the services. Each must be found by a named check. */
public enum Defect {
    IF_MATCH_IGNORED("org.qualityzones.web.IfMatch", "require", Change.NOTHING),
    IDEMPOTENCY_NOT_STORED("org.qualityzones.web.IdempotencyStore", "insert", Change.YES),
    /** The answer to a key is stored in a transaction of its own, after that of the effect. */
    IDEMPOTENCY_AFTER_COMMIT("org.qualityzones.web.IdempotencyStore", "insert", Change.COMMIT_BEFORE),
    FINGERPRINT_NOT_COMPARED("org.qualityzones.web.StoredAnswer", "isOf", Change.YES),
    INBOX_OFF("org.qualityzones.messaging.InboxTable$Arrival", "first", Change.YES),
    /** The inbox row is committed before the effect. */
    INBOX_COMMITTED_ALONE("org.qualityzones.messaging.InboxTable", "facts", Change.COMMIT_AFTER),
    /** The offset is committed, the effect is not there. */
    OFFSET_WITHOUT_EFFECT("org.qualityzones.messaging.Inbox", "handle", Change.NOTHING),
    /** Rows of the outbox count as sent whatever the broker answers. */
    SENT_WITHOUT_ACK("org.qualityzones.messaging.relay.Waves$Wave", "settle", Change.NO_WAIT),
    AUDIT_SKIPPED("org.qualityzones.web.Audit", "record", Change.NOTHING);

    private final String type;
    private final String method;
    private final Change change;

    Defect(String type, String method, Change change) {
        this.type = type;
        this.method = method;
        this.change = change;
    }

    /** What becomes of a method. */
    enum Change {
        /** It does nothing. */
        NOTHING,
        /** It does nothing and answers yes. */
        YES,
        /** The transaction so far is committed before it, and another one begins. */
        COMMIT_BEFORE,
        /** The same after it. */
        COMMIT_AFTER,
        /** It asks no future for its result. */
        NO_WAIT
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    Change change() {
        return change;
    }
}
