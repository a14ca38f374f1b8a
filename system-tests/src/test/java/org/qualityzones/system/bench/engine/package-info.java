/** The decision engine beside others, measured by a program of its own. */
package org.qualityzones.system.bench.engine;
