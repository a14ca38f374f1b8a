/** The named fault checks: what each run counted, and the table at the end. */
package org.qualityzones.system.check;
