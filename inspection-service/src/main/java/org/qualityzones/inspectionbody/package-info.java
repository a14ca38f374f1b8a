/** Which bureau and branch inspects what is produced where. */
package org.qualityzones.inspectionbody;
