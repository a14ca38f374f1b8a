package org.qualityzones.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How deliveries are made. */
@ConfigMapping(prefix = "qz.delivery")
interface DeliveryConfig {

    /** False leaves delivering to other instances. */
    @WithDefault("true")
    boolean enabled();

    /** How often due deliveries are looked for when nobody calls. */
    @WithDefault("200ms")
    Duration poll();

    /** How long after the begin of a claim that took something the next may begin; what becomes due meanwhile is claimed together. */
    @WithDefault("15ms")
    Duration pace();

    /** How long a claim holds before another instance may take the delivery; longer than a webhook's time limit. */
    @WithDefault("60s")
    Duration lease();

    /** Attempts in work at once, over all targets. */
    @WithDefault("128")
    int maxInFlight();

    /** Attempts in work at once at one target. */
    @WithDefault("8")
    int maxPerTarget();

    /** Delay before each attempt, counted from the one before it. */
    @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> schedule();

    /** Greatest share of a delay that is added to it at random. */
    @WithDefault("0.1")
    double jitter();

    /** Longest wait that a target's Retry-After is granted. */
    @WithDefault("24h")
    Duration maxRetryAfter();

    /** A target that has only failed for this long is disabled. */
    @WithDefault("120h")
    Duration disableAfter();

    /** How long a shutdown waits for attempts in work. */
    @WithDefault("20s")
    Duration drain();

    /** Feed positions that one recovery may cover. */
    @WithDefault("100000")
    int maxRecovery();
}
