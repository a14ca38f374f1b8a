package org.qualityzones.stream;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.feed.FeedMessage;

/**
 * Part of the feed, oldest first.
 *
 * @param items what the caller may see of it
 * @param lastPosition where to go on: everything up to it was looked at, whether the caller may see it or not
 * @param head the last position there is now; reached when equal to {@code lastPosition}
 */
@Schema(name = "FeedPage")
record FeedPage(List<FeedMessage> items, long lastPosition, long head) {}
