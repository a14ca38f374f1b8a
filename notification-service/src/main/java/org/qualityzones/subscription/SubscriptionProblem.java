package org.qualityzones.subscription;

import org.qualityzones.web.ProblemType;

/** Problems of subscriptions. */
public enum SubscriptionProblem implements ProblemType {
    TARGET_REFUSED("target-refused", 422, "Messages may not be sent to this target"),
    CHANNEL_NOT_AVAILABLE("channel-not-available", 422, "This installation does not offer the channel"),
    TOO_MANY_SUBSCRIPTIONS("too-many-subscriptions", 422, "The owner has too many subscriptions"),
    TOO_MANY_KEYS("too-many-signing-keys", 409, "Too many signing keys are in force"),
    RECOVERY_TOO_LARGE("recovery-too-large", 422, "The recovery covers too many events"),
    MANIFEST_NOT_YET("manifest-not-yet", 404, "The day of the manifest has not ended"),
    STREAM_LIMIT("stream-limit", 429, "Too many streams are open");

    private final String slug;
    private final int status;
    private final String title;

    SubscriptionProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
