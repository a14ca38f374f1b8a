/** Figures of a zone, year by year, each with its source and coverage, and the report they make. */
package org.qualityzones.indicator;
