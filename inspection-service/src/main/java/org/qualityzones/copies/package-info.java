/** Copies of other services' facts, kept from their events, and the gathering of everything that one decision reads. */
package org.qualityzones.copies;
