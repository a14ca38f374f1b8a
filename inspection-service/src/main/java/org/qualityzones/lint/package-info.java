/** Finds defects of rule sets, each with an input that shows it: cases are searched with facts left open, then decided. */
package org.qualityzones.lint;
