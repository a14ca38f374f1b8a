/** Legal instruments: where rule sets cite them, and which were repealed. */
package org.qualityzones.instrument;
