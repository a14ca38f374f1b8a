/** Launchers of PostgreSQL, Kafka and Keycloak as real child processes on loopback, for tests and for the local stack. */
package org.qualityzones.servers;
