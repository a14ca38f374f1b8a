/** From the start of a process to its readiness, plain and with the JDK's AOT cache. */
package org.qualityzones.system.bench.start;
