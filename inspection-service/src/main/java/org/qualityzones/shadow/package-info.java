/** Drafts that run beside the live rule set on real traffic: they count where they would decide otherwise, and decide nothing. */
package org.qualityzones.shadow;
