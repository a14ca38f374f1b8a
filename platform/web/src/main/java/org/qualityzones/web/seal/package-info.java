/** Secrets at rest: sealed with AES-256-GCM under a key that only the configuration holds. */
package org.qualityzones.web.seal;
