/** From an admitted request to its service and back: header fields, streaming, limits, and what can go wrong. */
package org.qualityzones.gateway.forwarding;
