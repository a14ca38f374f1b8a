/** Which functions work now, in words. */
package org.qualityzones.gateway.pages.status;
