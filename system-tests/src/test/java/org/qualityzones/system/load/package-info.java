/** The load beside the fault checks: open-loop, four reads to a declaration, all declarations in a ledger. */
package org.qualityzones.system.load;
