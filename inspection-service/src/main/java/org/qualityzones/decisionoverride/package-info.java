/** Overrides: two persons of the inspecting office put another outcome in the place of the one the rules came to. */
package org.qualityzones.decisionoverride;
