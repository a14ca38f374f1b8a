/** Who wants to be told what: subscriptions, their filters, owners and signing keys. */
package org.qualityzones.subscription;
