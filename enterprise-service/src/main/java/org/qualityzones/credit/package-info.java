/** Credit of an enterprise: records by category and severity, the level they lead to, and their repair. */
package org.qualityzones.credit;
