/** What a service says to probes. */
package org.qualityzones.web.health;
