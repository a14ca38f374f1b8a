/** What really happened: the driver's ledger, the database, the topic and the receiver, compared. */
package org.qualityzones.system.oracle;
