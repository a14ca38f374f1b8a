/** The feed: every event this service has learned, in one gap-free order, readable by poll and by stream. */
package org.qualityzones.feed;
