package org.qualityzones.subscription;

/**
 * Where a subscription's messages go; both null for a channel that the subscriber reads.
 *
 * @param target as given
 * @param key what bounds concurrency there
 */
record Destination(String target, String key) {

    static final Destination NONE = new Destination(null, null);
}
