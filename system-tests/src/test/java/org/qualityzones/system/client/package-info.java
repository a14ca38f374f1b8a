/** Clients of the suite with code of their own: HTTP, tokens, webhooks, sample bodies. */
package org.qualityzones.system.client;
