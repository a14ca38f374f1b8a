/** Impact reports: what a rule set would have changed, over the stored facts of a period. */
package org.qualityzones.impact;
