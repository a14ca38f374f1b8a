/** The API and the events described: OpenAPI of all services in one document, for programs and for people. */
package org.qualityzones.gateway.pages.reference;
