/** The running suite as a client sees it: tokens, calls through the gateway, imports, waiting. */
package org.qualityzones.local.client;
