/** Records that no consumer can take in, each in a way of its own, and what became of them. */
package org.qualityzones.system.poison;
