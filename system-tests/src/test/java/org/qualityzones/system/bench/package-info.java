/** Benchmarks of the running suite from outside: pairs in one run, medians and ratios, nothing asserted on a timing. */
package org.qualityzones.system.bench;
