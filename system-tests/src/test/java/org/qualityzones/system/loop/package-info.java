/** Journeys through the loop: from alerts to decisions, from inspections to classes. */
package org.qualityzones.system.loop;
