/** The plans of the sampling tables, asked for one by one. */
package org.qualityzones.samplingplan;
