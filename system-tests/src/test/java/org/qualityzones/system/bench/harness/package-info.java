/** What all benchmarks share: the suite they measure, the driver, figures with their spread, and the report. */
package org.qualityzones.system.bench.harness;
