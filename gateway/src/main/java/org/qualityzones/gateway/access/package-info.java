/** Who may pass, and how often: tokens verified by the realm's keys, and a quota per client. */
package org.qualityzones.gateway.access;
