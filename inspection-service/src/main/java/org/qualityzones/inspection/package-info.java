/** Inspections of lots: opened by decisions, assigned, judged by the service from what was found. */
package org.qualityzones.inspection;
