/** The service's Ed25519 keys: sealed at rest, replaced in time, published for good. */
package org.qualityzones.signing;
