/** Records that a consumer could not take in, kept with their reason until a newer version or an operator settles them. */
package org.qualityzones.messaging.parked;
