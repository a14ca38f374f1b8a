/** Investigations: why a product was notified, recalled or returned, and to what that is attributed. */
package org.qualityzones.investigation;
