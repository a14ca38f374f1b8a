package org.qualityzones.channel;

/** One way to bring a message to a target. An implementation never retries by itself and never throws. */
public interface Channel {

    /** The name subscriptions use for this channel. */
    String kind();

    /** Tries once to deliver, within the channel's own time limit. */
    DeliveryOutcome deliver(Delivery delivery);
}
