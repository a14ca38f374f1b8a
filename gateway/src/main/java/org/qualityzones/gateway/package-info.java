/** The one door of the suite: what its parts share, from the configuration to the problems it answers. */
package org.qualityzones.gateway;
