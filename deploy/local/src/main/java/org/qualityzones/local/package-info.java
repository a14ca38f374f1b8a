/** The program behind {@code ./run}: PostgreSQL, Kafka, Keycloak and the services as real processes of one machine. */
package org.qualityzones.local;
