package org.qualityzones.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be set about events. */
@ConfigMapping(prefix = "qz.messaging")
public interface MessagingConfig {

    /** Short name of this service, {@code zone}, {@code enterprise}…: source of its events and owner of topics. */
    @WithDefault("${qz.service:service}")
    String service();

    /** A copy that has not caught up with its owner for longer than this counts as stale. */
    @WithDefault("30s")
    Duration staleAfter();

    /** Greatest size of an event's data in bytes; larger ones are parked. */
    @WithDefault("1048576")
    int maxEventBytes();

    /** How long a stopping service waits for what runs on a schedule. */
    @WithDefault("10s")
    Duration scheduledDrain();

    /** Publishing from the outbox. */
    RelaySettings relay();

    /** How long rows that are done with are kept. */
    Retention keep();

    /** Publishing from the outbox. */
    interface RelaySettings {

        /** False leaves the outbox to other instances. */
        @WithDefault("true")
        boolean enabled();

        /** How soon the outbox is looked at again when the relay of another instance was at work on it. */
        @WithDefault("75ms")
        Duration poll();

        /** How often the outbox is looked at when nothing wakes the relay. */
        @WithDefault("500ms")
        Duration quiet();

        /** How long after the begin of a round that published something the next may begin; what is recorded meanwhile goes out together. */
        @WithDefault("15ms")
        Duration pace();

        /** Greatest number of rows published in one transaction. */
        @WithDefault("500")
        int batch();

        /** Number of unsent rows from which on no more events are taken: the request is answered 503. */
        @WithDefault("1000000")
        int backlogLimit();

        /** How long one record may take to be acknowledged before it counts as failed. */
        @WithDefault("10s")
        Duration deliveryTimeout();

        /** Longest pause between attempts while the broker is away. */
        @WithDefault("2s")
        Duration maxBackoff();

        /** How often the owner tells how far its topics reach. */
        @WithDefault("5s")
        Duration heartbeatEvery();

        /** How long a stopping service goes on publishing what is recorded. */
        @WithDefault("5s")
        Duration drain();
    }

    /** How long rows that are done with are kept. */
    interface Retention {

        /** Rows of the outbox after they were sent. */
        @WithDefault("24h")
        Duration outbox();

        /** Rows of the inbox: at least as long as a duplicate may arrive late. */
        @WithDefault("30d")
        Duration inbox();
    }
}
