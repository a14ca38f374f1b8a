/** The demonstration zone: its facts, its grade, who may act on it, and the register that anyone may read. */
package org.qualityzones.zone;
