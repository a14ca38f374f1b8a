/** What a channel is: one way to bring a message to a subscriber's target. */
package org.qualityzones.channel;
