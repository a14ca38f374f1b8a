/** Signatures that others verify with a public key. */
package org.qualityzones.signature;
