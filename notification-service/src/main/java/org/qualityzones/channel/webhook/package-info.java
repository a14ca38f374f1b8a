/** Webhooks: Standard Webhooks 1.0 over HTTP/1.1, to checked public addresses only. */
package org.qualityzones.channel.webhook;
