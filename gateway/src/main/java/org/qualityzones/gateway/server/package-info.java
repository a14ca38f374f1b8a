/** The public port: how a request is received, checked for form and led through the gateway, and how all starts and stops. */
package org.qualityzones.gateway.server;
