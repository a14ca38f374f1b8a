/** Reading the feed: by poll and as server-sent events. */
package org.qualityzones.stream;
