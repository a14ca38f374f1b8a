package org.qualityzones.system.agent;

import org.qualityzones.system.suite.Member;

/**
 * Named places at which a process can be made to end, as the class and method that pass there. The platform's code is the
 * same in all services, so each point is tried in one of them; they are shared out so that no service has many more to pass.
 */
public enum CrashPoint {
    /** Everything is written, the answer to the key too, and nothing is committed. */
    BEFORE_COMMIT(Place.exit("org.qualityzones.web.IdempotencyStore", "insert"), Member.INSPECTION),
    AFTER_COMMIT_BEFORE_REPLY(Place.exit("org.qualityzones.web.Idempotency", "attempt"), Member.INSPECTION),
    AUDIT_APPENDED(Place.exit("org.qualityzones.web.Audit", "record"), Member.ENTERPRISE),
    INBOX_INSERTED(Place.exit("org.qualityzones.messaging.InboxTable", "facts"), Member.INSPECTION),
    EFFECT_BEFORE_COMMIT(Place.exit("org.qualityzones.messaging.Inbox", "handle"), Member.INSPECTION),
    BEFORE_OFFSET_COMMIT(Place.exit("org.qualityzones.messaging.Inbox", "receive"), Member.NOTIFICATION),
    AFTER_OFFSET_COMMIT(Place.exit("org.apache.kafka.clients.consumer.KafkaConsumer", "commitSync"), Member.INSPECTION),
    OUTBOX_APPENDED(Place.exit("org.qualityzones.messaging.Outbox", "append"), Member.ENTERPRISE),
    OUTBOX_READ(Place.entry("org.qualityzones.messaging.relay.Envelopes", "of"), Member.ENTERPRISE),
    SENT_BEFORE_ACK(
            Place.entry("org.qualityzones.messaging.relay.Waves$Wave", "noteIfTopicUnreachable"), Member.ENTERPRISE),
    ACKED_BEFORE_MARK(Place.entry("org.qualityzones.messaging.relay.OutboxTable", "markSent"), Member.ENTERPRISE),
    MARKED_BEFORE_COMMIT(Place.exit("org.qualityzones.messaging.relay.OutboxTable", "markSent"), Member.ENTERPRISE),
    FEED_INBOX_INSERTED(Place.exit("org.qualityzones.messaging.InboxTable", "acting"), Member.NOTIFICATION),
    FEED_EFFECT_BEFORE_COMMIT(Place.exit("org.qualityzones.messaging.Inbox", "handle"), Member.NOTIFICATION),
    WEBHOOK_ANSWERED_BEFORE_RECORD(
            Place.entry("org.qualityzones.delivery.DeliveryWork", "finish"), Member.NOTIFICATION),
    WEBHOOK_RECORDED(Place.exit("org.qualityzones.delivery.DeliveryWork", "recordAttempts"), Member.NOTIFICATION);

    private final Place place;
    private final Member member;

    CrashPoint(Place place, Member member) {
        this.place = place;
        this.member = member;
    }

    Place place() {
        return place;
    }

    /** The service that is made to end there. */
    public Member member() {
        return member;
    }
}
