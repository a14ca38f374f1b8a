/** The rule sets that are in force, and what they cite. */
package org.qualityzones.rulebook;
