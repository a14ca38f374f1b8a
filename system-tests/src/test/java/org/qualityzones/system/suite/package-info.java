/** The suite as the processes of one machine: started, killed, healed, stopped. */
package org.qualityzones.system.suite;
