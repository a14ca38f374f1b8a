/** The value of a producer's cleared lines, kept so that adding and asking stay cheap however many lines there are. */
package org.qualityzones.exportvalue;
