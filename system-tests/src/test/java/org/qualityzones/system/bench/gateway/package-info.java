/** The gateway beside nginx and HAProxy, all in front of the same upstream. */
package org.qualityzones.system.bench.gateway;
