package org.qualityzones.local;

import org.qualityzones.local.client.AlertFormat;
import org.qualityzones.local.story.Notification;

/**
 * What the story is to be about.
 *
 * @param alerts a file of notifications, null for the sample row
 * @param format null where the file is to tell
 */
record About(String alerts, AlertFormat format) {

    static final About NOTHING = new About(null, null);

    static About of(Options options) {
        if (options.value("--format").isPresent() && options.value("--alerts").isEmpty()) {
            throw Command.usage("--format goes with --alerts FILE");
        }
        return new About(
                options.value("--alerts").orElse(null),
                options.value("--format").map(AlertFormat::named).orElse(null));
    }

    /** The row; fails before anything is started when there is none. */
    Notification notification(Layout layout) {
        return alerts == null ? Notification.sample() : Notification.of(layout.given(alerts), format);
    }
}
