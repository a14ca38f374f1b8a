/** The story that {@code ./run} plays: real calls through the gateway, told in readable steps with the figures seen. */
package org.qualityzones.local.story;
