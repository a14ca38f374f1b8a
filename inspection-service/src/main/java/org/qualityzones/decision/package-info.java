/** The decision: inspect, verify or exempt one declared line. Pure: facts and a rule set in, outcome, reasons and record out. */
package org.qualityzones.decision;
