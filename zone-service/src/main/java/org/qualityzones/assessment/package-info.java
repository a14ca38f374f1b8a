/** Scored sheets: what is assessed, how many points it gave, and whether that is enough for a grade. */
package org.qualityzones.assessment;
