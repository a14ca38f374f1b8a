/** The decision engine beside the stock CEL runtime, KIE DMN and decisions written by hand, on the same lines of facts. */
package org.qualityzones.benchmarks;
